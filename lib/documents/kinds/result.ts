import { z } from 'zod'
import { paragraph, space } from '../block'
import type { Block } from '../block'
import { bold, italic, plain } from '../face'
import { shortDate } from '../format'
import { checkBlock, closing, heading, letterhead, recipients } from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering, party, prose, signer } from '../shapes'

const issued = {
  issuer,
  number: numbering,
  issuedAt: z.date(),
  dossierCode: line,
  recipients: z.array(line),
  signer,
  check: lookUp,
}

/** An individual decision: grounds, what is decided, article by article. */
const decision = z.object({
  template: z.literal('decision'),
  ...issued,
  subject: line,
  /** `TRƯỞNG PHÒNG CẢNH SÁT GIAO THÔNG`: who decides, as it stands above the grounds. */
  authority: line,
  grounds: z.array(line).min(1),
  articles: z.array(prose).min(1),
})
export type Decision = z.infer<typeof decision>

const licence = z.object({
  number: line,
  class: line,
  issuedOn: z.date().nullable(),
  expiresOn: z.date().nullable(),
})

/** The answer to an exchange of a driving licence: exchanged, or not and why. */
const drivingLicence = z.object({
  template: z.literal('drivingLicence'),
  ...issued,
  authority: line,
  holder: party.extend({ birthDate: line }),
  exchangeReason: line,
  previous: licence,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('granted'), licence, delivery: line }),
    z.object({ kind: z.literal('denied'), reason: prose, basis: line }),
  ]),
})
export type DrivingLicenceResult = z.infer<typeof drivingLicence>

export const result = z.discriminatedUnion('template', [decision, drivingLicence])
export type ResultData = z.infer<typeof result>

export function composeResult(data: ResultData): Composition {
  return data.template === 'decision' ? composeDecision(data) : composeDrivingLicence(data)
}

const body = { indent: 28, after: 6 }

function composeDecision(data: Decision): Composition {
  return decided(data, {
    subject: data.subject,
    grounds: data.grounds,
    articles: data.articles,
  })
}

function composeDrivingLicence(data: DrivingLicenceResult): Composition {
  const { holder, outcome } = data
  const isGranted = outcome.kind === 'granted'
  return decided(data, {
    subject: isGranted ? 'Về việc đổi giấy phép lái xe' : 'Về việc không đổi giấy phép lái xe',
    grounds: [
      'Căn cứ Luật Trật tự, an toàn giao thông đường bộ ngày 27 tháng 6 năm 2024',
      'Căn cứ quy định của Bộ trưởng Bộ Công an về sát hạch, cấp giấy phép lái xe',
      `Xét hồ sơ mã số ${data.dossierCode} của ông (bà) ${holder.name} đề nghị đổi giấy phép lái xe`,
    ],
    articles: isGranted ? grantedArticles(data, outcome) : deniedArticles(data, outcome),
  })
}

type Granted = Extract<DrivingLicenceResult['outcome'], { kind: 'granted' }>
type Denied = Extract<DrivingLicenceResult['outcome'], { kind: 'denied' }>

function holderText({ holder }: DrivingLicenceResult): string {
  const parts = [
    `ông (bà) ${holder.name}`,
    `sinh ngày ${holder.birthDate}`,
    ...(holder.idNumber === undefined ? [] : [`số định danh cá nhân ${holder.idNumber}`]),
    ...(holder.address === undefined ? [] : [`nơi cư trú: ${holder.address}`]),
  ]
  return parts.join(', ')
}

function grantedArticles(data: DrivingLicenceResult, { licence: next, delivery }: Granted): string[] {
  const issuedOn = next.issuedOn === null ? '' : `, cấp ngày ${shortDate(next.issuedOn)}`
  const expiry = next.expiresOn === null ? 'không thời hạn' : `có giá trị đến ngày ${shortDate(next.expiresOn)}`
  return [
    `Đổi giấy phép lái xe cho ${holderText(data)}.`,
    `Giấy phép lái xe mới: số ${next.number}, hạng ${next.class}${issuedOn}, ${expiry}. Lý do đổi: ${data.exchangeReason}.`,
    `Giấy phép lái xe số ${data.previous.number}, hạng ${data.previous.class} hết giá trị sử dụng kể từ khi giấy phép mới có hiệu lực và được thu hồi khi trả kết quả. Hình thức trả kết quả: ${delivery}.`,
    `Quyết định này có hiệu lực kể từ ngày ký. Ông (bà) ${data.holder.name} và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.`,
  ]
}

function deniedArticles(data: DrivingLicenceResult, { reason, basis }: Denied): string[] {
  return [
    `Không đổi giấy phép lái xe số ${data.previous.number}, hạng ${data.previous.class} cho ${holderText(data)}.`,
    `Lý do: ${reason} Căn cứ: ${basis}.`,
    `Ông (bà) ${data.holder.name} có quyền nộp lại hồ sơ khi đủ điều kiện; có quyền khiếu nại trong thời hạn 90 ngày kể từ ngày nhận được Quyết định này, hoặc khởi kiện tại Tòa án theo quy định của pháp luật.`,
    'Quyết định này có hiệu lực kể từ ngày ký.',
  ]
}

type Issued = Pick<
  Decision,
  'issuer' | 'number' | 'issuedAt' | 'dossierCode' | 'recipients' | 'signer' | 'check' | 'authority'
>

function decided(
  data: Issued,
  said: { subject: string; grounds: readonly string[]; articles: readonly string[] },
): Composition {
  const grounds = said.grounds.map((ground, index): Block => {
    const end = index === said.grounds.length - 1 ? '.' : ';'
    return paragraph([italic(`${ground.replace(/[.;]$/, '')}${end}`)], body)
  })
  const articles = said.articles.map((text, index) =>
    paragraph([bold(`Điều ${String(index + 1)}. `), plain(text)], body),
  )
  return {
    title: `Quyết định ${said.subject.charAt(0).toLowerCase()}${said.subject.slice(1)} (hồ sơ ${data.dossierCode})`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.issuedAt),
      ...heading('Quyết định', said.subject),
      paragraph([bold(data.authority.toUpperCase())], { align: 'centre', after: 8, keep: true }),
      ...grounds,
      paragraph([bold('QUYẾT ĐỊNH:')], { align: 'centre', before: 4, after: 8, keep: true }),
      ...articles,
      ...closing(recipients(data.recipients), data.signer),
      space(14),
      checkBlock(data.check, 'Mã hồ sơ'),
    ],
  }
}
