import type { Text } from '@/lib/i18n'

/** Why a dossier cannot be given to somebody. */
export const ASSIGNMENT_ISSUES = {
  chooseDossiers: {
    vi: 'Hãy đánh dấu ít nhất một hồ sơ rồi bấm “Giao”.',
    en: 'Tick at least one dossier, then press “Assign”.',
  },
  choosePerson: {
    vi: 'Hãy chọn người nhận rồi bấm “Giao”. Các hồ sơ cần được đánh dấu lại.',
    en: 'Choose who gets them, then press “Assign”. Tick the dossiers again.',
  },
  notAssignable: {
    vi: 'Người này không giữ vị trí xử lý hồ sơ ở đơn vị đã chọn. Hãy chọn một người trong danh sách hiện tại.',
    en: 'This person holds no post that works on dossiers in the chosen unit. Choose somebody of the present list.',
  },
  holdsItAlready: {
    vi: 'Người này đang giữ hồ sơ rồi. Hãy chọn người khác.',
    en: 'This person holds the dossier already. Choose somebody else.',
  },
} as const satisfies Record<string, Text>

/** Why a refusal cannot stand. */
export const GROUND_UNKNOWN = {
  vi: 'Hãy chọn một căn cứ trong danh sách của thủ tục.',
  en: 'Choose one of the procedure’s list.',
} as const satisfies Text

/** Why it cannot be handed in where its answers lead. */
export const RECEIVING_ISSUES = {
  nobodyReceives: {
    vi: '“{agency}” chưa có cán bộ tiếp nhận hồ sơ trực tuyến trên cổng này nên hồ sơ chưa nộp được. Nếu địa điểm đã chọn chưa đúng, hãy chọn lại; nếu đúng, hãy nộp trực tiếp tại Bộ phận Một cửa của cơ quan này. Những gì đã nhập vẫn được giữ.',
    en: '“{agency}” has nobody who receives dossiers online here yet, so this cannot be submitted. If the place is not the right one, choose again; if it is, file in person at its one-stop desk. What you typed is kept.',
  },
} as const satisfies Record<string, Text>

/** Why a dossier cannot be accepted into a unit. */
export const UNIT_ISSUES = {
  nobodyAtAll: {
    vi: 'Cơ quan giải quyết chưa có cán bộ xử lý hồ sơ trên cổng này. Hãy báo người quản trị của cơ quan.',
    en: 'The competent agency has nobody who works on dossiers here. Tell the agency’s administrator.',
  },
  choose: {
    vi: 'Hãy chọn đơn vị sẽ xử lý hồ sơ.',
    en: 'Choose the unit that will work on the dossier.',
  },
  nobodyThere: {
    vi: 'Đơn vị này không có cán bộ xử lý hồ sơ, hoặc không thuộc cơ quan giải quyết. Hãy chọn một đơn vị trong danh sách.',
    en: 'This unit has nobody who works on dossiers, or is none of the competent agency. Choose a unit of the list.',
  },
} as const satisfies Record<string, Text>
