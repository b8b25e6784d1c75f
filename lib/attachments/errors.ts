import type { ErrorRow } from '@/lib/kernel'

/** Refusals of a file. */
export const ATTACHMENT_ERRORS = {
  'file-empty': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” rỗng (0 byte). Hãy chọn lại tệp có nội dung.',
      en: 'The file “{name}” is empty (0 bytes). Choose a file with content.',
    },
  },
  'file-too-large': {
    status: 413,
    words: {
      vi: 'Tệp “{name}” lớn hơn mức cho phép là {limit}. Hãy chọn tệp nhỏ hơn hoặc tách thành nhiều tệp.',
      en: 'The file “{name}” is larger than the {limit} allowed. Choose a smaller file or split it.',
    },
  },
  'file-type-refused': {
    status: 422,
    words: {
      vi: 'Nội dung tệp “{name}” không phải JPEG, PNG, WebP, HEIC hay PDF. Hãy chụp ảnh hoặc xuất sang PDF rồi tải lên lại.',
      en: 'The content of “{name}” is not JPEG, PNG, WebP, HEIC or PDF. Take a photo or export to PDF and upload again.',
    },
  },
  'file-image-wanted': {
    status: 422,
    words: {
      vi: 'Mục này cần ảnh, còn “{name}” là tệp PDF. Hãy chụp ảnh hoặc chọn tệp ảnh rồi tải lên.',
      en: 'This needs a picture, but “{name}” is a PDF. Take a photo or choose a picture and upload it.',
    },
  },
  'file-pdf-wanted': {
    status: 422,
    words: {
      vi: 'Mục này cần tệp PDF, còn “{name}” là ảnh. Hãy xuất sang PDF rồi tải lên.',
      en: 'This needs a PDF, but “{name}” is a picture. Export it to PDF and upload that.',
    },
  },
  'file-broken': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” không mở được: tệp bị hỏng hoặc bị cắt cụt. Hãy mở thử trên máy, lưu lại rồi tải lên lần nữa.',
      en: 'The file “{name}” does not open: it is damaged or cut off. Open it on your device, save it again, then upload it.',
    },
  },
  'file-locked': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” có mật khẩu nên không ai đọc được. Hãy lưu một bản không đặt mật khẩu rồi tải lên.',
      en: 'The file “{name}” is protected by a password, so nobody can read it. Save a copy without a password and upload that.',
    },
  },
  'file-too-many-pixels': {
    status: 422,
    words: {
      vi: 'Ảnh “{name}” có kích thước vượt {limit} triệu điểm ảnh. Hãy chụp lại hoặc thu nhỏ ảnh.',
      en: 'The image “{name}” has more than {limit} million pixels. Take it again or scale it down.',
    },
  },
  'file-too-complex': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” phức tạp đến mức không mở được trong giới hạn của cổng. Hãy in lại thành PDF mới hoặc chụp ảnh giấy tờ rồi tải lên.',
      en: 'The file “{name}” is so complex that it cannot be opened within the limits of the portal. Print it to a new PDF or photograph the paper and upload that.',
    },
  },
  'file-not-examined': {
    status: 503,
    words: {
      vi: 'Cổng đang bận nên chưa kiểm tra được tệp “{name}”; tệp không có lỗi gì. Hãy gửi lại sau ít phút.',
      en: 'The portal is busy and could not examine “{name}” yet; nothing is wrong with the file. Send it again in a few minutes.',
    },
  },
  'file-kept-unexamined': {
    status: 503,
    words: {
      vi: 'Cổng đang bận nên chưa kiểm tra được tệp “{name}”; tệp không có lỗi gì và phần đã tải lên vẫn được giữ. Hãy chọn lại tệp này sau ít phút, không phải tải lại từ đầu.',
      en: 'The portal is busy and could not examine “{name}” yet; nothing is wrong with the file, and what was uploaded is kept. Choose it again in a few minutes; it is not sent anew.',
    },
  },
  'too-many-files': {
    status: 409,
    words: {
      vi: 'Mục này đã có {limit} tệp, là mức tối đa. Hãy xóa bớt tệp cũ trước khi thêm.',
      en: 'This item already has {limit} files, the most allowed. Remove one before adding another.',
    },
  },
} as const satisfies Record<string, ErrorRow>

type AttachmentErrors = typeof ATTACHMENT_ERRORS

declare module '@/lib/kernel' {
  interface ErrorTable extends AttachmentErrors {}
}
