/** Addresses of pages about dossiers; the one place that spells them. */
export const paths = {
  start: (slug: string, caseCode?: string) =>
    `/dich-vu/${slug}/nop${caseCode === undefined ? '' : `?truong-hop=${encodeURIComponent(caseCode)}`}`,
  draftPage: (draftId: string, pageId: string) => `/ho-so/nhap/${draftId}/${pageId}`,
  draftDocuments: (draftId: string) => `/ho-so/nhap/${draftId}/giay-to`,
  signFile: (draftId: string, fileId: string) => `/ho-so/nhap/${draftId}/ky/${fileId}`,
  signRemotely: (draftId: string, fileId: string, state?: string) =>
    `/ho-so/nhap/${draftId}/ky/${fileId}/tu-xa${state === undefined ? '' : `/${state}`}`,
  chooseRemotely: (draftId: string, fileId: string, state: string) =>
    `/ho-so/nhap/${draftId}/ky/${fileId}/tu-xa/${state}/chon`,
  draftReview: (draftId: string) => `/ho-so/nhap/${draftId}/xem-lai`,
  discardDraft: (draftId: string) => `/ho-so/nhap/${draftId}/xoa`,
  submitAfterStepUp: (draftId: string) => `/ho-so/nhap/${draftId}/nop-tiep`,
  draft: (draftId: string) => `/ho-so/nhap/${draftId}`,
  mine: () => '/ho-so',
  dossier: (id: string) => `/ho-so/${id}`,
  supplement: (id: string) => `/ho-so/${id}/bo-sung`,
  withdraw: (id: string) => `/ho-so/${id}/rut`,
  inbox: () => '/can-bo',
  oversight: () => '/giam-sat',
  /** A page of a queue with everything that narrows it. */
  inboxPage: (parts: Record<string, string | undefined>) => {
    const present = Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []))
    return `/can-bo?${new URLSearchParams(present).toString()}`
  },
  officerDossier: (id: string) => `/can-bo/ho-so/${id}`,
  signing: (cursor?: string) =>
    cursor === undefined ? '/can-bo/ky-so' : `/can-bo/ky-so?sau=${encodeURIComponent(cursor)}`,
  allToSign: (cursor?: string) =>
    `/can-bo/ky-so?${new URLSearchParams({ ...(cursor !== undefined && { sau: cursor }), chon: 'tat-ca' }).toString()}`,
  signingBatch: (batchId: string) => `/can-bo/ky-so/${batchId}`,
  signingPart: (batchId: string, part: 'tep' | 'nhan', position: number) =>
    `/can-bo/ky-so/${batchId}/${part}/${String(position)}`,
  signingPage: (batchId: string, position: number, page: number) =>
    `/can-bo/ky-so/${batchId}/trang/${String(position)}/${String(page)}`,
  chooseForBatch: (batchId: string, state: string) => `/can-bo/ky-so/${batchId}/tu-xa/${state}/chon`,
  signBatchRemotely: (batchId: string, state?: string) =>
    `/can-bo/ky-so/${batchId}/tu-xa${state === undefined ? '' : `/${state}`}`,
  officerAct: (id: string, act: string) => `/can-bo/ho-so/${id}/${act}`,
  /** The proposal as a paper: all of it, or a picture of one page (from 0). */
  draftPaper: (id: string, page?: number) =>
    `/can-bo/ho-so/${id}/du-thao${page === undefined ? '' : `/${String(page)}`}`,
  officerFile: (id: string, fileId: string) => `/can-bo/ho-so/${id}/tep/${fileId}`,
  file: (fileId: string) => `/tep/${fileId}`,
  filePage: (fileId: string, page: number, width: number) =>
    `/tep/${fileId}/trang/${String(page)}?rong=${String(width)}`,
  issuedDocument: (documentId: string) => `/van-ban/${documentId}`,
  lookUp: (code: string) => `/tra-cuu?ma=${encodeURIComponent(code)}`,
} as const
