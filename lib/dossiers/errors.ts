import type { ErrorRow } from '@/lib/kernel'

/** Refusals of drafts, of acts on a dossier, and of results and their signing. */
export const DOSSIER_ERRORS = {
  'draft-changed': {
    status: 409,
    words: {
      vi: 'Bản nháp đã thay đổi từ lúc bạn mở trang này, nên chưa được nộp. Hãy tải lại trang, đọc lại rồi nộp.',
      en: 'The draft has changed since you opened this page and was not submitted. Reload, read it again, then submit.',
    },
  },
  'draft-closed': {
    status: 409,
    words: {
      vi: 'Bản nháp này đã được nộp hoặc đã xóa. Hãy mở “Hồ sơ của tôi” để xem.',
      en: 'This draft was already submitted or discarded. See “My dossiers”.',
    },
  },
  'not-complete': {
    status: 422,
    words: {
      vi: 'Hồ sơ còn thiếu nội dung bắt buộc. Hãy hoàn thành các mục liệt kê dưới đây rồi nộp.',
      en: 'Required parts are still missing. Complete what is listed below, then submit.',
    },
  },
  'nobody-receives': {
    status: 409,
    words: {
      vi: '“{agency}” chưa có cán bộ tiếp nhận hồ sơ trực tuyến trên cổng này. Hãy nộp trực tiếp tại Bộ phận Một cửa của cơ quan này; những gì đã nhập vẫn được giữ.',
      en: '“{agency}” has nobody who receives dossiers online here yet. File in person at its one-stop desk; what you typed is kept.',
    },
  },
  'not-online': {
    status: 409,
    words: {
      vi: 'Cổng thử nghiệm này chưa tiếp nhận hồ sơ trực tuyến của dịch vụ này. Trang dịch vụ cho biết nơi nộp.',
      en: 'This service is not taken online in this release. Its page says where to file.',
    },
  },
  'filed-by-a-person': {
    status: 403,
    words: {
      vi: 'Hồ sơ này được nộp bằng tài khoản định danh điện tử của một người, nên nội dung, tệp, giấy tờ và việc bổ sung không mở cho phiên đăng nhập bằng chứng thư của tổ chức. Hãy đăng nhập bằng chính tài khoản định danh đó.',
      en: 'This dossier was filed with a person’s electronic identity, so its contents, files, papers and supplements are not open to a session by the organisation’s certificate. Sign in with that electronic identity.',
    },
  },
  'file-not-signable': {
    status: 422,
    words: {
      vi: 'Tệp này không ký số được ở đây. Chỉ ký được tệp PDF sạch mã độc trong bản nháp chưa nộp.',
      en: 'This file cannot be signed here. Only a clean PDF of a draft not yet submitted can.',
    },
  },
  'supplement-term-running': {
    status: 409,
    words: {
      vi: 'Thời hạn bổ sung chưa hết nên chưa thể dừng xử lý. Hãy chờ đến hết hạn đã thông báo.',
      en: 'The supplement term has not ended, so processing cannot be stopped yet. Wait until the announced date.',
    },
  },
  'nobody-else': {
    status: 409,
    words: {
      vi: 'Cơ quan không có cán bộ xử lý nào khác để giao. Hãy báo người quản trị của cơ quan.',
      en: 'The agency has nobody else to give it to. Tell the agency’s administrator.',
    },
  },
  'result-missing': {
    status: 409,
    words: {
      vi: 'Chưa có dự thảo kết quả. Hãy soạn kết quả trước khi trình duyệt.',
      en: 'There is no draft result yet. Write the result before sending it for approval.',
    },
  },
  'result-not-right': {
    status: 409,
    words: {
      vi: 'Dự thảo kết quả còn mục trống hoặc chưa đúng nên chưa trình duyệt được. Hãy mở “Soạn kết quả”, sửa các mục được đánh dấu rồi trình lại.',
      en: 'The draft result has fields that are empty or not right, so it cannot be sent for approval yet. Open “Draft result”, mend what is marked, and send it again.',
    },
  },
  'signature-required': {
    status: 409,
    words: {
      vi: 'Kết quả của cơ quan này được duyệt bằng chữ ký số của lãnh đạo. Hãy bấm “Ký số để duyệt”.',
      en: 'Results of this agency are approved by the leader’s digital signature. Press “Sign to approve”.',
    },
  },
  'no-seal-here': {
    status: 409,
    words: {
      vi: 'Cơ quan này chưa có chữ ký số trên cổng nên kết quả không ký số được ở đây. Hãy duyệt tại trang hồ sơ.',
      en: 'This agency has no digital seal here, so its results cannot be signed. Approve on the dossier’s page.',
    },
  },
  'choose-results': {
    status: 422,
    words: {
      vi: 'Hãy đánh dấu từ 1 đến 20 kết quả rồi bấm lại.',
      en: 'Tick 1 to 20 results, then press again.',
    },
  },
  'result-changed': {
    status: 409,
    words: {
      vi: 'Kết quả này không còn như bản bạn đã xem: hồ sơ đã được xử lý tiếp, hoặc đã sang ngày khác. Chưa có gì được ký; hãy mở lại danh sách chờ ký để xem bản mới.',
      en: 'This result is no longer what you were shown: the dossier has moved on, or another day has begun. Nothing was signed; open the list again to see the new one.',
    },
  },
  'result-already-signed': {
    status: 409,
    words: {
      vi: '{signer} vừa ký duyệt kết quả này. Chữ ký của bạn không được dùng; không cần làm gì thêm.',
      en: '{signer} has just signed this result. Your signature was not used; there is nothing left to do.',
    },
  },
} as const satisfies Record<string, ErrorRow>

type DossierErrors = typeof DOSSIER_ERRORS

declare module '@/lib/kernel' {
  interface ErrorTable extends DossierErrors {}
}
