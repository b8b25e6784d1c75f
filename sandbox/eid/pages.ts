import { createHash } from 'node:crypto'
import { PEOPLE, titleOf } from './people'

const STYLE = `*{box-sizing:border-box}body{margin:0;font:1.05rem/1.55 system-ui,"Segoe UI",Roboto,sans-serif;color:#14213d;background:#eef1f6}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}header{background:#7a1220;color:#fff;padding:.9rem 1.25rem}header p{max-width:32rem;margin:0 auto;font-weight:600}
h1{font-size:1.5rem;line-height:1.3}.note{border-left:4px solid #b07c00;background:#fff8e6;padding:.6rem .9rem}.error{border-left:4px solid #b3261e;background:#fdecea;padding:.6rem .9rem}
button,.button{font:inherit;min-height:3rem;padding:.6rem 1rem;border:1px solid #7a1220;border-radius:.4rem;background:#fff;color:#7a1220;cursor:pointer}
.person{display:block;width:100%;margin:.5rem 0;text-align:left}.person small{display:block;color:#43506b}.main{background:#7a1220;color:#fff}
input{font:inherit;min-height:3rem;padding:.5rem .7rem;border:1px solid #5b6780;border-radius:.4rem;width:10rem;letter-spacing:.2em}
:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}code{font-size:1.2em;font-weight:700;letter-spacing:.15em}form{margin:1rem 0}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** No script at all, one style sheet, and forms that may end at the client. */
export function contentSecurityPolicy(clientOrigins: readonly string[]): string {
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${clientOrigins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)} – Định danh điện tử (mô phỏng)</title><style>${STYLE}</style></head>
<body><header><p>Định danh điện tử (mô phỏng)</p></header><main><h1>${safe(title)}</h1>${body}</main></body></html>`
}

const NOTE = '<p class="note">Đây là máy chủ định danh mô phỏng để dùng thử. Những người dưới đây không có thật.</p>'

const cancelForm = (action: string) =>
  `<form method="post" action="${safe(action)}/huy"><button type="submit">Hủy, quay lại Cổng dịch vụ</button></form>`

/** Choose who to be. */
export function choosePage(action: string): string {
  const people = Object.entries(PEOPLE).map(
    ([sub, claims]) => `<button class="person" type="submit" name="nguoi" value="${safe(sub)}">${safe(titleOf(claims))}
<small>${claims.LoaiTaiKhoan === 2 ? `Mã số doanh nghiệp ${safe(claims.MaSoDoanhNghiep ?? '')}` : `Số định danh ${safe(claims.SoDinhDanh)}`}, mức ${String(claims.loAs)}</small></button>`,
  )
  return page(
    'Đăng nhập bằng tài khoản định danh',
    `${NOTE}<p>Cổng Một Cửa sẽ nhận: họ tên, số định danh, ngày sinh, giới tính, nơi cư trú, điện thoại, thư điện tử.</p>
<form method="post" action="${safe(action)}/chon">${people.join('')}</form>${cancelForm(action)}`,
  )
}

/** Type the one-time code; the simulated message shows it. */
export function codePage(action: string, name: string, code: string, wrong: boolean): string {
  const error = wrong
    ? '<p class="error" id="loi" role="alert">Mã chưa đúng. Hãy nhập mã mới trong tin nhắn bên dưới.</p>'
    : ''
  return page(
    'Nhập mã xác thực',
    `${error}<p>Xác thực cho: <strong>${safe(name)}</strong></p><p class="note">Tin nhắn mô phỏng: mã của bạn là <code data-code>${code}</code></p>
<form method="post" action="${safe(action)}/ma"><p><label for="ma">Mã gồm 6 chữ số</label></p>
<p><input id="ma" name="ma" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required autofocus${wrong ? ' aria-describedby="loi"' : ''}></p>
<p><button class="main" type="submit">Xác nhận</button></p></form>${cancelForm(action)}`,
  )
}

export function errorPage(message: string): string {
  return page(
    'Không thực hiện được yêu cầu',
    `<p class="error">${safe(message)}</p><p>Hãy quay lại Cổng dịch vụ và bắt đầu đăng nhập lại.</p>`,
  )
}

export function signOutPage(form: string): string {
  return page(
    'Đăng xuất tài khoản định danh?',
    `<p>Bạn đã ra khỏi Cổng dịch vụ. Nếu dùng máy chung, hãy đăng xuất cả tài khoản định danh.</p>${form}
<p><button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất tài khoản định danh</button></p>
<p><button type="submit" form="op.logoutForm">Giữ đăng nhập định danh</button></p>`,
  )
}

export function signedOutPage(): string {
  return page('Đã đăng xuất', '<p>Bạn đã đăng xuất tài khoản định danh. Có thể đóng trang này.</p>')
}
