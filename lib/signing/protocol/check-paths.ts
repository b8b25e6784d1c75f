/** Addresses of the public check; the one place that spells them. */
export const CHECK_PATHS = {
  form: () => '/kiem-tra-chu-ky',
  upload: () => '/kiem-tra-chu-ky/tep',
  report: (id: string) => `/kiem-tra-chu-ky/${id}`,
  json: (id: string) => `/kiem-tra-chu-ky/${id}/bao-cao.json`,
  pdf: (id: string) => `/kiem-tra-chu-ky/${id}/bao-cao.pdf`,
  /** Behind the QR code of what the portal issued. */
  issued: (checkCode: string) => `/kiem-tra-chu-ky?van-ban=${checkCode}`,
  /** For a browser that judges by itself. */
  roots: () => '/kiem-tra-chu-ky/goc-tin-cay',
  questions: () => '/kiem-tra-chu-ky/tinh-trang',
  issuers: () => '/kiem-tra-chu-ky/noi-cap',
  stored: (attachmentId: string) => `/tep/${attachmentId}/chu-ky`,
  trust: () => '/quan-tri/neo-tin-cay',
} as const
