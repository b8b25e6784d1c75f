import type { Text } from '@/lib/i18n'

/** What can be wrong with an answer: what, and how to mend it. The label of the field is put in front. */
export const ISSUES = {
  required: { vi: 'hãy nhập mục này.', en: 'enter this.' },
  'choose-one': { vi: 'hãy chọn một mục.', en: 'choose one.' },
  'choose-some': { vi: 'hãy chọn ít nhất một mục.', en: 'choose at least one.' },
  'must-agree': { vi: 'hãy đánh dấu để cam kết.', en: 'tick the box to agree.' },
  emoji: {
    vi: 'không dùng được biểu tượng cảm xúc “{name}” ở mục này. Hãy xóa đi.',
    en: 'the emoji “{name}” cannot be used here. Delete it.',
  },
  wordless: {
    vi: 'chỉ có dấu, chưa có chữ hay số. Hãy viết thành lời.',
    en: 'has only signs, no letter or digit. Say it in words.',
  },
  'same-as-other': {
    vi: 'trùng với “{value}” đã nhập ở trên. Hãy kiểm tra lại cả hai mục.',
    en: 'is the same as “{value}” entered above. Check both.',
  },
  'with-words': {
    vi: 'không được có cụm từ “{words}”. Hãy bỏ cụm từ đó.',
    en: 'may not contain “{words}”. Leave it out.',
  },
  'too-long': {
    vi: 'dài {length} ký tự, nhiều nhất là {max}. Hãy rút ngắn.',
    en: 'is {length} characters long; at most {max} are allowed. Shorten it.',
  },
  'too-short': {
    vi: 'dài {length} ký tự, ít nhất phải là {min}. Hãy viết rõ hơn.',
    en: 'is {length} characters long; at least {min} are needed. Say more.',
  },
  'not-a-number': { vi: 'hãy nhập bằng chữ số, ví dụ 1250.', en: 'enter digits, for example 1250.' },
  'not-whole': { vi: 'hãy nhập số nguyên, không có phần lẻ.', en: 'enter a whole number.' },
  'too-precise': {
    vi: 'nhiều nhất {scale} chữ số sau dấu phẩy.',
    en: 'at most {scale} digits after the decimal comma.',
  },
  'too-small': { vi: 'nhỏ nhất là {min}.', en: 'must be {min} or more.' },
  'too-large': { vi: 'lớn nhất là {max}.', en: 'must be {max} or less.' },
  'unknown-option': {
    vi: 'lựa chọn không có trong danh sách. Hãy chọn lại.',
    en: 'is not one of the choices. Choose again.',
  },
  'too-few': { vi: 'cần ít nhất {min} mục.', en: 'at least {min} are needed.' },
  'too-many': { vi: 'nhiều nhất {max} mục.', en: 'at most {max} are allowed.' },
  'date-incomplete': {
    vi: 'hãy nhập đủ ngày, tháng và năm, ví dụ 27/3/2026.',
    en: 'enter day, month and year, for example 27/3/2026.',
  },
  'year-missing': { vi: 'hãy nhập ít nhất năm, ví dụ 1954.', en: 'enter at least the year, for example 1954.' },
  'month-missing': { vi: 'có ngày thì phải có tháng.', en: 'a day needs its month.' },
  'no-such-date': { vi: 'không có ngày {date} trong lịch. Hãy kiểm tra lại.', en: '{date} is not in the calendar.' },
  'too-early': { vi: 'phải từ ngày {date} trở đi.', en: 'must be {date} or later.' },
  'too-late': { vi: 'phải từ ngày {date} trở về trước.', en: 'must be {date} or earlier.' },
  'province-missing': { vi: 'hãy chọn tỉnh, thành phố.', en: 'choose the province or city.' },
  'ward-missing': { vi: 'hãy chọn xã, phường, đặc khu.', en: 'choose the commune or ward.' },
  'ward-elsewhere': {
    vi: 'xã, phường này không thuộc tỉnh, thành phố đã chọn. Hãy chọn lại.',
    en: 'this ward is not in the chosen province. Choose again.',
  },
  'detail-missing': {
    vi: 'hãy nhập số nhà, đường, thôn hoặc tổ dân phố.',
    en: 'enter the house number and street, or the hamlet.',
  },
  digits: {
    vi: 'cần đúng {digits} chữ số, không có chữ cái.',
    en: 'exactly {digits} digits are needed, no letters.',
  },
  'personal-id-digits': {
    vi: 'cần đúng 12 chữ số. Bạn đã nhập {length}.',
    en: 'exactly 12 digits are needed. You entered {length}.',
  },
  'personal-id-province': {
    vi: 'ba chữ số đầu {code} không phải mã nơi đăng ký khai sinh nào. Hãy kiểm tra lại.',
    en: 'the first three digits {code} are no place of birth registration. Check them.',
  },
  'personal-id-birth-year': {
    vi: 'số này thuộc người sinh năm {year}, khác ngày sinh đã khai. Hãy kiểm tra lại.',
    en: 'this number belongs to somebody born in {year}, not to the birth date given. Check both.',
  },
  'personal-id-sex': {
    vi: 'giới tính trong số này khác giới tính đã khai. Hãy kiểm tra lại.',
    en: 'the sex in this number differs from the one given. Check both.',
  },
  'tax-code-shape': {
    vi: 'cần 10 chữ số; chi nhánh thêm “-001” đến “-999”.',
    en: '10 digits are needed; a branch adds “-001” to “-999”.',
  },
  'tax-code-check': {
    vi: 'chữ số kiểm tra không khớp. Hãy đối chiếu lại từng chữ số.',
    en: 'the check digit does not match. Compare each digit.',
  },
  phone: {
    vi: 'hãy nhập số ở Việt Nam, ví dụ 0912 345 678.',
    en: 'enter a number in Vietnam, for example 0912 345 678.',
  },
  email: { vi: 'hãy nhập địa chỉ như ten@vidu.vn.', en: 'enter an address such as name@example.vn.' },
  'person-name': {
    vi: "chỉ dùng chữ cái, dấu cách, dấu nháy (') và gạch nối (-). Ký tự “{name}” không dùng được.",
    en: 'use only letters, spaces, apostrophes and hyphens. “{name}” cannot be used.',
  },
  'licence-number': {
    vi: 'cần đúng 12 chữ số, như in ở mặt trước thẻ.',
    en: 'exactly 12 digits are needed, as printed on the front of the card.',
  },
  'social-insurance-no': {
    vi: 'cần đúng 10 chữ số.',
    en: 'exactly 10 digits are needed.',
  },
  'industry-code': {
    vi: 'cần đúng 4 chữ số, ví dụ 4711.',
    en: 'exactly 4 digits are needed, for example 4711.',
  },
  passport: {
    vi: 'cần một chữ cái rồi 7 hoặc 8 chữ số, ví dụ B1234567.',
    en: 'one letter and then 7 or 8 digits are needed, for example B1234567.',
  },
  plate: {
    vi: 'hãy nhập như 30A-123.45 hoặc 29-B1 123.45.',
    en: 'enter it like 30A-123.45 or 29-B1 123.45.',
  },
} as const satisfies Record<string, Text>

/** Small words of forms: answers that are not free, and what stands beside them. */
export const FORM_WORDS = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  agreed: { vi: 'Đã cam kết', en: 'Agreed' },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  verified: { vi: 'Đã xác thực', en: 'Verified' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  ward: { vi: 'Xã, phường, đặc khu', en: 'Commune, ward or special zone' },
  detail: { vi: 'Số nhà, đường, thôn, tổ dân phố', en: 'House number, street, hamlet' },
  notReceiving: { vi: '{place} (chưa nhận hồ sơ trực tuyến)', en: '{place} (not receiving online yet)' },
  chooseProvince: { vi: 'Chọn tỉnh này', en: 'Use this province' },
  choose: { vi: 'Chọn', en: 'Choose' },
  addRow: { vi: 'Thêm {row}', en: 'Add {row}' },
  removeRow: { vi: 'Xóa {row} {number}', en: 'Remove {row} {number}' },
  row: { vi: 'dòng', en: 'row' },
  blank: { vi: 'Không điền', en: 'Not given' },
  errorTitle: { vi: 'Có {count} mục cần sửa', en: 'Things to correct: {count}' },
} as const satisfies Record<string, Text>
