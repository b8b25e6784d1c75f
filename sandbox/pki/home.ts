import { X509Certificate } from 'node:crypto'
import type { Pki } from './make'
import { page, safe } from './page'
import { HOLDERS, isRemote, REMOTE_PIN } from './people'
import type { Holder, HolderState } from './people'

const STATES: Record<HolderState, string> = {
  good: 'Dùng được',
  revoked: 'Đã thu hồi',
  expired: 'Đã hết hạn',
  'not-yet-valid': 'Chưa có hiệu lực',
  'wrong-purpose': 'Không dùng để ký',
  'unknown-root': 'Không thuộc gốc nào',
}
const ROOT_WORDS = { 'cong-cong': 'gốc quốc gia (công cộng)', 'chinh-phu': 'gốc chuyên dùng Chính phủ' }

function row(holder: Holder): string {
  const { subject, kind, authority, state, id, password } = holder
  const cells = [
    safe(subject.commonName),
    kind === 'person' ? 'Cá nhân' : 'Tổ chức',
    safe(subject.userId ?? ''),
    ROOT_WORDS[authority],
    STATES[state],
    password === undefined
      ? `Ký từ xa, mã PIN <code>${REMOTE_PIN}</code>`
      : `<a href="/p12/${id}.p12" download>${id}.p12</a>, mật khẩu <code>${safe(password)}</code>`,
  ]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

/** The start page: every key file with its password, roots, and where each service answers. */
export function homePage(origin: string): string {
  const heads = ['Chủ thể', 'Loại', 'Mã', 'Gốc', 'Tình trạng', 'Khóa']
  const services = [
    ['OCSP', `${origin}/ocsp`],
    ['CRL', `${origin}/crl/cong-cong.crl`],
    ['CRL', `${origin}/crl/chinh-phu.crl`],
    ['Dấu thời gian (RFC 3161)', `${origin}/tsa`],
    ['Ký từ xa (CSC API v2)', `${origin}/csc/v2/info`],
    ['Danh sách cho máy', `${origin}/index.json`],
  ]
  return page(
    'Chứng thư số để dùng thử',
    `<p class="note">Mọi chứng thư dưới đây do máy chủ mô phỏng này tự tạo trong lần chạy đầu, chỉ để dùng thử và không có giá trị pháp lý.</p>
<div class="table"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${HOLDERS.map(row).join('')}</tbody></table></div>
<h2>Chứng thư gốc</h2><ul><li><a href="/ca/goc-cong-cong.cer">Gốc quốc gia (mô phỏng)</a></li><li><a href="/ca/goc-chinh-phu.cer">Gốc chuyên dùng Chính phủ (mô phỏng)</a></li></ul>
<h2>Dịch vụ</h2><ul>${services.map(([name = '', address = '']) => `<li>${name}: <code>${safe(address)}</code></li>`).join('')}</ul>`,
  )
}

/** The same for machines. */
export function indexOf(origin: string, pki: Pki) {
  const roots = (['cong-cong', 'chinh-phu'] as const).map((id) => {
    const { root, issuing } = pki.authorities[id]
    const { fingerprint256 } = new X509Certificate(root.certificate)
    return {
      id,
      root: `${origin}/ca/goc-${id}.cer`,
      issuing: `${origin}/ca/${id}.cer`,
      fingerprint256,
      subject: new X509Certificate(issuing.certificate).subject,
    }
  })
  const holders = HOLDERS.map(({ id, subject, kind, authority, state, password }) => ({
    id,
    ...subject,
    kind,
    authority,
    state,
    ...(password === undefined ? { credentialID: id } : { file: `${origin}/p12/${id}.p12`, password }),
  }))
  const [remotes] = [HOLDERS.filter(isRemote).map(({ id }) => id)]
  return { roots, holders, remotes, tsa: `${origin}/tsa`, ocsp: `${origin}/ocsp`, csc: `${origin}/csc/v2` }
}
