import { address } from '@/lib/kernel'

const start = address('/dich-vu/[slug]/nop')
const lookUpForm = address('/tra-cuu')
const inbox = address('/can-bo')
const toSign = address('/can-bo/ky-so')

/** Addresses of pages about dossiers. */
export const paths = {
  /** Begins a draft. */
  start,
  startCase: (slug: string, caseCode?: string) =>
    `${start(slug)}${caseCode === undefined ? '' : `?truong-hop=${encodeURIComponent(caseCode)}`}`,
  draft: address('/ho-so/nhap/[id]'),
  draftPage: address('/ho-so/nhap/[id]/[trang]'),
  /** Where a page of a form is saved while it is filled in. */
  savePage: address('/api/nhap/[id]/[trang]'),
  draftDocuments: address('/ho-so/nhap/[id]/giay-to'),
  /** A file in a plain form. */
  sendDocument: address('/ho-so/nhap/[id]/giay-to/tai-len'),
  signFile: address('/ho-so/nhap/[id]/ky/[tep]'),
  /** What the browser signed of a file. */
  signedFile: address('/api/ky/[tep]'),
  signRemotely: address('/ho-so/nhap/[id]/ky/[tep]/tu-xa'),
  remoteSigning: address('/ho-so/nhap/[id]/ky/[tep]/tu-xa/[phien]'),
  chooseRemotely: address('/ho-so/nhap/[id]/ky/[tep]/tu-xa/[phien]/chon'),
  draftReview: address('/ho-so/nhap/[id]/xem-lai'),
  discardDraft: address('/ho-so/nhap/[id]/xoa'),
  submitAfterStepUp: address('/ho-so/nhap/[id]/nop-tiep'),
  mine: address('/ho-so'),
  dossier: address('/ho-so/[id]'),
  withdraw: address('/ho-so/[id]/rut'),
  inbox,
  /** A page of a queue with everything that narrows it. */
  inboxPage: (parts: Record<string, string | undefined>) => {
    const present = Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []))
    return `${inbox()}?${new URLSearchParams(present).toString()}`
  },
  officerDossier: address('/can-bo/ho-so/[id]'),
  officerAct: address('/can-bo/ho-so/[id]/[viec]'),
  officerFile: address('/can-bo/ho-so/[id]/tep/[tep]'),
  /** The proposal as a paper. */
  draftPaper: address('/can-bo/ho-so/[id]/du-thao'),
  /** A picture of a page of it (from 0). */
  draftPaperPage: address('/can-bo/ho-so/[id]/du-thao/[trang]'),
  signing: toSign,
  /** A page of the list. */
  signingFrom: (cursor?: string) => (cursor === undefined ? toSign() : `${toSign()}?sau=${encodeURIComponent(cursor)}`),
  allToSign: (cursor?: string) =>
    `${toSign()}?${new URLSearchParams({ ...(cursor !== undefined && { sau: cursor }), chon: 'tat-ca' }).toString()}`,
  /** A handwritten signature as pixels. */
  handwriting: address('/can-bo/ky-so/chu-ky'),
  signingBatch: address('/can-bo/ky-so/[lo]'),
  /** A paper of a batch, by its position: to be signed, its picture, and what was signed. */
  batchPaper: address('/can-bo/ky-so/[lo]/tep/[thu]'),
  batchPaperPage: address('/can-bo/ky-so/[lo]/trang/[thu]/[trang]'),
  signedPaper: address('/can-bo/ky-so/[lo]/nhan/[thu]'),
  signBatchRemotely: address('/can-bo/ky-so/[lo]/tu-xa'),
  remoteBatchSigning: address('/can-bo/ky-so/[lo]/tu-xa/[phien]'),
  chooseForBatch: address('/can-bo/ky-so/[lo]/tu-xa/[phien]/chon'),
  issuedDocument: address('/van-ban/[id]'),
  lookUpForm,
  lookUp: (code: string) => `${lookUpForm()}?ma=${encodeURIComponent(code)}`,
} as const
