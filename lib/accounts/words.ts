import type { Role } from '@/lib/access'
import type { Text } from '@/lib/i18n'
import type { SignInFault } from './provider-faults'

type FaultWords = { title: Text; words: Text }

/** What happened when a sign-in did not end well, what is safe, and what to do. */
export const FAULT_WORDS = {
  cancelled: {
    title: { vi: 'Bạn đã hủy đăng nhập', en: 'You turned back' },
    words: {
      vi: 'Chưa có gì được gửi đi. Bạn có thể đăng nhập lại bất cứ lúc nào; bản nháp đã lưu vẫn còn.',
      en: 'Nothing was sent. You can sign in again at any time; saved drafts are kept.',
    },
  },
  'not-the-latest': {
    title: { vi: 'Lượt đăng nhập này không còn dùng được', en: 'This sign-in can no longer be used' },
    words: {
      vi: 'Đường dẫn đăng nhập đã được dùng, đã quá 15 phút, hoặc được mở ở trình duyệt khác. Vì an toàn, hãy đăng nhập lại từ đầu.',
      en: 'The sign-in link was already used, is older than 15 minutes, or was opened in another browser. To be safe, start again.',
    },
  },
  'provider-down': {
    title: { vi: 'Hệ thống định danh đang gián đoạn', en: 'The identity service is not answering' },
    words: {
      vi: 'Cổng chưa kết nối được hệ thống định danh điện tử nên chưa đăng nhập được. Tra cứu hồ sơ và xem thủ tục vẫn dùng bình thường. Hãy thử lại sau ít phút.',
      en: 'The portal cannot reach the electronic identity service, so nobody can sign in just now. Look-up and the catalogue still work. Try again in a few minutes.',
    },
  },
  'not-genuine': {
    title: { vi: 'Không xác minh được lượt đăng nhập', en: 'This sign-in could not be verified' },
    words: {
      vi: 'Thông tin trả về không khớp với lượt đăng nhập mà cổng đã bắt đầu, nên cổng không dùng thông tin đó. Hãy đăng nhập lại từ trang này.',
      en: 'What came back does not match a sign-in the portal began, so it was not used. Sign in again from here.',
    },
  },
  'account-disabled': {
    title: { vi: 'Tài khoản đang bị khóa', en: 'This account is disabled' },
    words: {
      vi: 'Tài khoản này đang bị khóa trên cổng. Hãy liên hệ cơ quan quản lý tài khoản để được mở lại.',
      en: 'This account is disabled on the portal. Contact the agency that manages it.',
    },
  },
  'not-the-same-person': {
    title: { vi: 'Xác thực bằng tài khoản khác', en: 'Confirmed with another account' },
    words: {
      vi: 'Bạn vừa xác thực bằng một tài khoản khác với tài khoản đang dùng trên cổng. Phiên hiện tại không thay đổi; hãy xác thực lại bằng đúng tài khoản của mình.',
      en: 'You confirmed with an account other than the one in use here. The present session is unchanged; confirm again with your own account.',
    },
  },
  'facts-unreadable': {
    title: { vi: 'Thông tin định danh chưa đầy đủ', en: 'The identity is incomplete' },
    words: {
      vi: 'Hệ thống định danh trả về thông tin thiếu hoặc sai định dạng (họ tên, số định danh, ngày sinh). Hãy cập nhật tài khoản định danh tại công an xã, phường.',
      en: 'The identity service sent facts that are missing or malformed (name, id number, date of birth). Have your electronic identity corrected at the commune police.',
    },
  },
} as const satisfies Record<SignInFault, FaultWords>

/** What an officer is called. */
export const ROLE_WORDS = {
  oneStopOfficer: { vi: 'Cán bộ một cửa', en: 'One-stop officer' },
  caseOfficer: { vi: 'Chuyên viên thụ lý', en: 'Case officer' },
  unitHead: { vi: 'Lãnh đạo đơn vị', en: 'Head of unit' },
  departmentHead: { vi: 'Lãnh đạo vụ, cục', en: 'Head of department' },
  agencyLeader: { vi: 'Lãnh đạo cơ quan', en: 'Agency leader' },
  registrar: { vi: 'Văn thư', en: 'Registrar' },
  financeOfficer: { vi: 'Cán bộ tài chính', en: 'Finance officer' },
  archivist: { vi: 'Cán bộ lưu trữ', en: 'Archivist' },
  agencyAdmin: { vi: 'Quản trị cơ quan', en: 'Agency administrator' },
  nationalOverseer: { vi: 'Người giám sát toàn quốc', en: 'National overseer' },
  taskforceMember: { vi: 'Thành viên tổ công tác', en: 'Taskforce member' },
  systemAdmin: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  auditor: { vi: 'Thanh tra, kiểm toán', en: 'Auditor' },
} as const satisfies Record<Role, Text>
