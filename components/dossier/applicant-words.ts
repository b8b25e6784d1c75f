import type { Text } from '@/lib/i18n'

export const APPLICANT_WORDS = {
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  drafts: { vi: 'Đang soạn', en: 'Drafts' },
  sent: { vi: 'Đã nộp', en: 'Submitted' },
  goOn: { vi: 'Soạn tiếp', en: 'Go on' },
  discard: { vi: 'Xóa bản nháp', en: 'Discard draft' },
  discardTitle: { vi: 'Xóa bản nháp này?', en: 'Discard this draft?' },
  discardWords: {
    vi: 'Mọi điều đã điền và tệp đã tải lên trong bản nháp sẽ được cất đi. Ngay sau khi xóa, bạn có thể lấy lại.',
    en: 'Everything filled in and uploaded is put away. Right after discarding you can have it back.',
  },
  discardSupplementWords: {
    vi: 'Mọi điều vừa sửa và tệp vừa thêm cho lần bổ sung này sẽ mất. Hồ sơ đã nộp vẫn giữ nguyên.',
    en: 'What you changed and added for this supplement is lost. The dossier itself stays as it is.',
  },
  keepDraft: { vi: 'Giữ lại, soạn tiếp', en: 'Keep it and go on' },
  discarded: { vi: 'Đã xóa bản nháp “{name}”.', en: 'The draft “{name}” was discarded.' },
  undo: { vi: 'Lấy lại bản nháp', en: 'Have the draft back' },
  savedAt: { vi: 'Đã lưu lúc {at}', en: 'Saved at {at}' },
  noneTitle: { vi: 'Bạn chưa có hồ sơ nào', en: 'You have no dossiers yet' },
  noneWords: {
    vi: 'Tìm thủ tục bạn cần rồi bấm “Nộp hồ sơ”. Mọi điều bạn gõ đều được lưu ngay.',
    en: 'Find the service you need and press “Nộp hồ sơ”. Everything you type is saved at once.',
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a service' },
  submitted: { vi: 'Đã nộp hồ sơ. Mã nộp của bạn: {code}', en: 'Submitted. Your submission number: {code}' },
  submittedWords: {
    vi: 'Cơ quan sẽ trả lời trước {at}. Giấy xác nhận có trong mục “Văn bản của cơ quan”; mọi thay đổi đều được báo cho bạn.',
    en: 'The agency answers before {at}. The acknowledgement is under “Documents of the agency”; you are told of every change.',
  },
  paperSoon: {
    vi: 'Văn bản đang được tạo, thường xong trong vài giây. Hãy tải lại trang.',
    en: 'The document is being made, usually within seconds. Reload the page.',
  },
  supplementNow: { vi: 'Bổ sung ngay', en: 'Supplement now' },
  supplementSent: { vi: 'Đã gửi bổ sung.', en: 'The supplement was sent.' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  withdrawAtOnce: {
    vi: 'Cơ quan chưa tiếp nhận nên hồ sơ dừng ngay khi bạn rút.',
    en: 'It is not accepted yet, so it stops as soon as you withdraw it.',
  },
  withdrawAsked: {
    vi: 'Cơ quan đã tiếp nhận nên sẽ quyết định có cho rút hay không và báo cho bạn.',
    en: 'It is accepted, so the agency decides on the withdrawal and tells you.',
  },
  withdrawReason: { vi: 'Vì sao bạn rút hồ sơ?', en: 'Why do you withdraw it?' },
  withdrawn: { vi: 'Đã ghi nhận yêu cầu rút hồ sơ.', en: 'Your withdrawal was recorded.' },
  resultPassed: { vi: 'Đã qua ngày hẹn trả kết quả: {at}', en: 'The promised day has passed: {at}' },
  intakePassed: {
    vi: 'Đã qua hạn trả lời có tiếp nhận hồ sơ hay không: {at}',
    en: 'The time to answer whether the dossier is accepted has passed: {at}',
  },
  passedMeans: {
    vi: 'Cơ quan đang chậm. Hồ sơ vẫn được giải quyết, bạn không phải nộp lại.',
    en: 'The agency is late. Your dossier is still being worked on; you need not file it again.',
  },
  passedAsk: {
    vi: 'Muốn hỏi, hãy liên hệ bộ phận Một cửa và đọc mã {code}. Cơ quan giải quyết:',
    en: 'To ask, contact the one-stop desk and give the code {code}. Competent agency:',
  },
  supplementPassed: {
    vi: 'Đã quá hạn bổ sung. Bạn vẫn gửi được cho đến khi cơ quan dừng giải quyết hồ sơ, nên hãy gửi ngay.',
    en: 'The term for the supplement has passed. You can still send it until the agency stops processing, so send it now.',
  },
  passed: { vi: 'Đã qua hạn', en: 'Passed' },
  lookUpLink: { vi: 'Trang tra cứu công khai', en: 'Public look-up page' },
  resultReady: { vi: 'Hồ sơ của bạn đã có kết quả', en: 'Your result is ready' },
  resultReadyWords: {
    vi: 'Kết quả là tệp PDF, tải về lúc nào cũng được.',
    en: 'The result is a PDF; download it whenever you like.',
  },
  downloadResult: { vi: 'Tải kết quả', en: 'Download the result' },
  closing: { vi: 'Vì sao hồ sơ kết thúc', en: 'Why it ended' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  noNotices: { vi: 'Chưa có thông báo nào', en: 'No notices yet' },
  unread: { vi: 'Mới', en: 'New' },
  openDossier: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
} as const satisfies Record<string, Text>
