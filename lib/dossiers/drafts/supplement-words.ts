import type { Text } from '@/lib/i18n'

/** What keeps a supplement from being sent, or from being asked for. */
export const SUPPLEMENT_ISSUES = {
  unanswered: {
    vi: '“{name}”: chưa sửa. Hãy sửa, hoặc nói vì sao không bổ sung được.',
    en: '“{name}” is not mended. Mend it, or say why you cannot.',
  },
  tooMany: {
    vi: '“{name}” nhận nhiều nhất {maxFiles} tệp, nay thành {count}. Hãy chọn tệp đã nộp nào được thay, hoặc xóa bớt tệp mới.',
    en: '“{name}” takes {maxFiles} files at most and would have {count}. Choose which earlier file is replaced, or remove a new one.',
  },
  nowNeeded: {
    vi: 'Với câu trả lời mới, hồ sơ cần thêm “{name}”. Hãy chụp ảnh hoặc chọn tệp để tải lên.',
    en: 'With the new answer “{name}” is needed, too. Take a photo or choose a file.',
  },
  notAskable: {
    vi: 'Mục này không có trong hồ sơ, hoặc được chọn hai lần. Hãy tải lại trang rồi chọn trong danh sách.',
    en: 'The dossier has no such item, or it was chosen twice. Reload the page and choose from the list.',
  },
} as const satisfies Record<string, Text>
