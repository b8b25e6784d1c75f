import type { Attachment } from '@/lib/attachments'
import type { RequiredDocument } from '@/lib/catalogue'
import type { Issue } from '@/lib/kernel'

export function missingDocuments(documents: readonly RequiredDocument[], files: readonly Attachment[]): Issue[] {
  return documents
    .filter((document) => document.isRequired && document.origin === 'upload')
    .filter((document) => !files.some((file) => file.requirementCode === document.code && file.scan !== 'infected'))
    .map((document) => ({
      path: document.code,
      code: 'document-missing',
      words: {
        vi: `Thiếu “${document.name.vi}”. Hãy chụp ảnh hoặc chọn tệp PDF để tải lên.`,
        en: `“${document.name.en}” is missing. Take a photo or choose a PDF to upload.`,
      },
    }))
}

export function infectedFiles(files: readonly Attachment[]): Issue[] {
  return files
    .filter(({ scan }) => scan === 'infected')
    .map((file) => ({
      path: file.requirementCode,
      code: 'file-infected',
      words: {
        vi: `Tệp “${file.name}” có mã độc và đã bị cách ly. Hãy xóa tệp này và tải lên bản sạch.`,
        en: `The file “${file.name}” contains malware and is quarantined. Remove it and upload a clean copy.`,
      },
    }))
}
