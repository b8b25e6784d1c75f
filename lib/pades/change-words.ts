import type { Text } from '@/lib/i18n'
import type { ChangeCode } from './changes/change'

/** What a later revision did, as it is told. */
export const CHANGE_WORDS = {
  'security-store': { vi: 'Bổ sung dữ liệu để kiểm tra lâu dài', en: 'Evidence for long-term validation was added' },
  'security-store-replaced': {
    vi: 'Thay dữ liệu để kiểm tra lâu dài khi đóng dấu thời gian mới',
    en: 'Evidence for long-term validation was replaced with a new timestamp over it',
  },
  'security-store-shrunk': {
    vi: 'Xóa bớt dữ liệu để kiểm tra lâu dài',
    en: 'Evidence for long-term validation was taken away',
  },
  'document-timestamp': { vi: 'Thêm dấu thời gian cho tài liệu', en: 'A document timestamp was added' },
  metadata: { vi: 'Cập nhật thông tin mô tả tệp', en: 'File metadata was updated' },
  extensions: { vi: 'Ghi thêm phần mở rộng của định dạng', en: 'Format extensions were declared' },
  'private-data': { vi: 'Phần mềm ghi thêm dữ liệu riêng của nó', en: 'A program kept data of its own' },
  'unused-object': {
    vi: 'Thêm một đối tượng không nơi nào trong văn bản dùng đến',
    en: 'An object was added that nothing in the document uses',
  },
  'page-tree': { vi: 'Sắp xếp lại cây trang, thứ tự giữ nguyên', en: 'The page tree was rearranged in the same order' },
  'signature-added': { vi: 'Thêm một chữ ký', en: 'A signature was added' },
  'signature-field-added': { vi: 'Thêm một ô chữ ký', en: 'A signature field was added' },
  'signature-placed': { vi: 'Đặt hình chữ ký lên trang', en: 'A signature was placed on a page' },
  'certification-not-first': {
    vi: 'Thêm chữ ký chứng nhận sau khi văn bản đã được ký; chữ ký chứng nhận phải là chữ ký đầu tiên',
    en: 'A certification was added to a document already signed; it must be the first signature',
  },
  'permissions-loosened': {
    vi: 'Chữ ký thêm sau cho phép nhiều thay đổi hơn mức chữ ký này đã đặt',
    en: 'A later signature permits more than this one does',
  },
  'field-filled': { vi: 'Điền vào ô biểu mẫu', en: 'A form field was filled in' },
  'field-locked': { vi: 'Khóa ô biểu mẫu', en: 'A form field was locked' },
  'tab-order': { vi: 'Đổi thứ tự chuyển ô trên trang', en: 'The order of fields on a page was altered' },
  'structure-tree': { vi: 'Cập nhật cấu trúc hỗ trợ tiếp cận', en: 'Accessibility structure was updated' },
  'annotation-added': { vi: 'Thêm chú thích', en: 'An annotation was added' },
  'annotation-changed': { vi: 'Sửa chú thích', en: 'An annotation was changed' },
  'annotation-removed': { vi: 'Xóa chú thích', en: 'An annotation was removed' },
  'annotation-overlap': {
    vi: 'Một phần thêm sau che lên phần đã có',
    en: 'Something added later covers what was there',
  },
  'appearance-changed': {
    vi: 'Hình hiển thị của ô bị thay trong khi giá trị giữ nguyên',
    en: 'What a field shows was replaced while its value stayed',
  },
  'appearance-mismatch': {
    vi: 'Ô hiển thị nội dung khác với giá trị của nó',
    en: 'A field shows something else than its value',
  },
  'field-added': { vi: 'Thêm ô biểu mẫu', en: 'A form field was added' },
  'field-removed': { vi: 'Xóa ô biểu mẫu', en: 'A form field was removed' },
  'field-changed': { vi: 'Sửa thuộc tính ô biểu mẫu', en: 'A form field was altered' },
  'signature-changed': { vi: 'Sửa một chữ ký đã có', en: 'An existing signature was altered' },
  'signature-removed': { vi: 'Xóa một chữ ký đã có', en: 'An existing signature was removed' },
  'signature-unreachable': {
    vi: 'Chữ ký bị tách khỏi văn bản: không còn nơi nào trong tệp dẫn đến nó',
    en: 'The signature was cut off: nothing in the file leads to it any more',
  },
  'form-changed': { vi: 'Sửa biểu mẫu', en: 'The form was altered' },
  'form-resources-added': {
    vi: 'Thêm phông chữ hoặc tài nguyên cho biểu mẫu',
    en: 'Fonts or resources were added to the form',
  },
  'form-resources-changed': {
    vi: 'Thay phông chữ hoặc tài nguyên của biểu mẫu',
    en: 'Fonts or resources of the form were replaced',
  },
  'page-added': { vi: 'Thêm trang', en: 'A page was added' },
  'page-removed': { vi: 'Xóa trang', en: 'A page was removed' },
  'page-order-changed': { vi: 'Đổi cấu trúc hoặc thứ tự trang', en: 'The page tree or order was altered' },
  'page-changed': { vi: 'Sửa thuộc tính trang', en: 'A page was altered' },
  'page-content-changed': { vi: 'Sửa nội dung trang', en: 'The content of a page was altered' },
  'catalog-changed': { vi: 'Sửa thiết lập của tài liệu', en: 'Document settings were altered' },
  'content-changed': { vi: 'Sửa nội dung tài liệu', en: 'Document content was altered' },
  'object-redefined': { vi: 'Định nghĩa lại một đối tượng đã ký', en: 'A signed object was redefined' },
  'object-stream-replaced': { vi: 'Thay một nhóm đối tượng đã ký', en: 'A group of signed objects was replaced' },
  'encryption-changed': { vi: 'Đổi cách mã hóa tệp', en: 'The encryption was altered' },
  'bytes-after-end': { vi: 'Có dữ liệu lạ sau phần cuối tệp', en: 'There are bytes behind the end of the file' },
  'structure-odd': { vi: 'Cấu trúc tệp bất thường', en: 'The file structure is irregular' },
  'too-complex': { vi: 'Thay đổi quá phức tạp để so sánh', en: 'The changes are too complex to compare' },
} as const satisfies Record<ChangeCode, Text>
