import path from 'node:path'
import { accountPaths } from '@/lib/accounts'
import type { DemoPerson } from './demo-people'
import type { Stack } from './stack'

/** What the person who typed `npm start` needs to know next. */
export function welcome({ origin, sandboxes, folder }: Stack, people: readonly DemoPerson[]): string {
  const mail = sandboxes.find(({ name }) => name === 'mail')
  const pki = sandboxes.find(({ name }) => name === 'pki')
  return [
    '',
    `  Một Cửa:  ${origin}`,
    `  Cán bộ:   ${origin}${accountPaths.officerSignIn()}`,
    ...(mail ? [`  Thư đã gửi (mail catcher): ${mail.origin}`] : []),
    ...(pki ? [`  Chứng thư số để thử (.p12 files to sign with, their passwords): ${pki.origin}`] : []),
    ...peopleLines(people),
    '',
    `  Nhật ký (logs): ${path.join(path.relative(process.cwd(), folder), 'logs')}   Ctrl-C: dừng tất cả (stops everything)`,
    '',
  ].join('\n')
}

function peopleLines(people: readonly DemoPerson[]): string[] {
  if (people.length === 0) return []
  const applicants = people.filter(({ credentials }) => credentials === null)
  const officers = people.flatMap(({ name, post, agencyName, credentials }) =>
    credentials === null ? [] : [{ name, post, agencyName, ...credentials }],
  )
  const agencies = new Set(officers.map(({ agencyName }) => agencyName))
  return [
    '',
    '  Người dùng thử (demo people): công dân, doanh nghiệp - chọn tên trên trang đăng nhập:',
    ...applicants.map(({ name, post }) => `    ${name} (${post})`),
    '  Cán bộ - tên đăng nhập, mật khẩu; mã xác thực hiện ngay trên trang đăng nhập:',
    ...[...agencies].flatMap((agency) => [
      `    ${agency ?? ''}`,
      ...officers
        .filter(({ agencyName }) => agencyName === agency)
        .map(
          ({ name, post, username, password }) =>
            `      ${username.padEnd(12)} ${password.padEnd(16)} ${name} (${post})`,
        ),
    ]),
  ]
}
