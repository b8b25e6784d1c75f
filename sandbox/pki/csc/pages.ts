import { page, safe } from '../page'
import { REMOTE_PIN } from '../people'
import type { AuthorizeRequest } from './authorize-request'
import type { Credential } from './credentials'
import { accountOf } from './credentials'

type Form = { action: string; isWrong: boolean }

const error = ({ isWrong }: Form): string =>
  isWrong ? '<p class="error" id="loi" role="alert">Mã PIN chưa đúng. Hãy nhập lại.</p>' : ''

const pin = ({ isWrong }: Form): string => `<p><label for="pin">Mã PIN ký số</label><br>
<input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" required autofocus${isWrong ? ' aria-describedby="loi"' : ''}></p>
<p class="note">Dịch vụ mô phỏng: mã PIN của mọi tài khoản là <strong>${REMOTE_PIN}</strong>.</p>`

/** Outside the form's required fields, so that refusing never asks for a PIN. */
const refuse = '<p><button type="submit" name="answer" value="refuse" formnovalidate>Từ chối, quay lại</button></p>'

/** Scope `service`: let the application see which certificates one has. */
export function signInPage(form: Form, credentials: readonly Credential[]): string {
  const accounts = credentials.filter((credential) => accountOf(credential) === credential.holder.id)
  const options = accounts.map(
    ({ holder }) =>
      `<option value="${safe(holder.id)}">${safe(holder.subject.commonName)} (${safe(holder.subject.userId ?? '')})</option>`,
  )
  return page(
    'Cho phép xem danh sách chứng thư số?',
    `${error(form)}<p>Cổng dịch vụ muốn biết bạn có những chứng thư số nào tại dịch vụ ký số từ xa này. Chưa có gì được ký.</p>
<form method="post" action="${safe(form.action)}"><p><label for="user">Tài khoản</label><br><select id="user" name="user">${options.join('')}</select></p>
${pin(form)}<p><button class="main" type="submit" name="answer" value="agree">Cho phép</button></p>${refuse}</form>`,
  )
}

const groupDigits = (hash: string): string => {
  const form = /[-_]/.test(hash) ? 'base64url' : 'base64'
  return (Buffer.from(hash, form).toString('hex').match(/.{8}/g) ?? []).join(' ')
}

/** Scope `credential`: what exactly will be signed, with which certificate. */
export function confirmPage(form: Form, request: AuthorizeRequest, { holder }: Credential): string {
  const { commonName, userId = '', organisation } = holder.subject
  const list = request.hashes.map((hash) => `<li><code>${groupDigits(hash)}</code></li>`).join('')
  const described = request.description === undefined ? '' : `<dt>Nội dung</dt><dd>${safe(request.description)}</dd>`
  const unit = organisation === undefined ? '' : `<dt>Tổ chức</dt><dd>${safe(organisation)}</dd>`
  return page(
    'Xác nhận ký số',
    `${error(form)}<dl>${described}<dt>Người ký</dt><dd>${safe(commonName)}</dd>${unit}<dt>Mã định danh</dt><dd>${safe(userId)}</dd>
<dt>Số chữ ký</dt><dd>${String(request.hashes.length)}</dd><dt>Mã băm sẽ ký</dt><dd><ol>${list}</ol></dd></dl>
<p>Hãy so mã băm với mã hiện trên cổng dịch vụ. Chỉ đồng ý khi hai mã giống nhau.</p>
<form method="post" action="${safe(form.action)}">${pin(form)}
<p><button class="main" type="submit" name="answer" value="agree">Đồng ý ký</button></p>${refuse}</form>`,
  )
}

export function refusalPage(message: string): string {
  return page(
    'Không thực hiện được yêu cầu',
    `<p class="error">${safe(message)}</p><p>Hãy quay lại cổng dịch vụ và thử lại.</p>`,
  )
}
