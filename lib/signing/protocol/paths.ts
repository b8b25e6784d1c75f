import { address } from '@/lib/kernel'

const check = address('/kiem-tra-chu-ky')

/** Signatures: their public check, what is judged of stored files, whom the portal trusts, and what signing asks for. */
export const signingPaths = {
  check,
  checkUpload: address('/kiem-tra-chu-ky/tep'),
  /** Behind the QR code of what the portal issued. */
  issued: (checkCode: string) => `${check()}?van-ban=${encodeURIComponent(checkCode)}`,
  report: address('/kiem-tra-chu-ky/[id]'),
  reportJson: address('/kiem-tra-chu-ky/[id]/bao-cao.json'),
  reportPdf: address('/kiem-tra-chu-ky/[id]/bao-cao.pdf'),
  /** For a browser that judges by itself. */
  roots: address('/kiem-tra-chu-ky/goc-tin-cay'),
  questions: address('/kiem-tra-chu-ky/tinh-trang'),
  issuers: address('/kiem-tra-chu-ky/noi-cap'),
  storedReport: address('/tep/[id]/chu-ky'),
  trustAnchors: address('/quan-tri/neo-tin-cay'),
  timestamp: address('/api/ky/dau-thoi-gian'),
  /** Where a remote signing service sends people back to. */
  remoteReturn: address('/api/ky/tu-xa/tro-lai'),
} as const
