/** Addresses of pages about dossiers; the one place that spells them. */
export const paths = {
  start: (slug: string) => `/dich-vu/${slug}/nop`,
  draftPage: (draftId: string, pageId: string) => `/ho-so/nhap/${draftId}/${pageId}`,
  draftDocuments: (draftId: string) => `/ho-so/nhap/${draftId}/giay-to`,
  signFile: (draftId: string, fileId: string) => `/ho-so/nhap/${draftId}/ky/${fileId}`,
  signRemotely: (draftId: string, fileId: string, state?: string) =>
    `/ho-so/nhap/${draftId}/ky/${fileId}/tu-xa${state === undefined ? '' : `/${state}`}`,
  chooseRemotely: (draftId: string, fileId: string, state: string) =>
    `/ho-so/nhap/${draftId}/ky/${fileId}/tu-xa/${state}/chon`,
  draftReview: (draftId: string) => `/ho-so/nhap/${draftId}/xem-lai`,
  draft: (draftId: string) => `/ho-so/nhap/${draftId}`,
  mine: () => '/ho-so',
  dossier: (id: string) => `/ho-so/${id}`,
  supplement: (id: string) => `/ho-so/${id}/bo-sung`,
  withdraw: (id: string) => `/ho-so/${id}/rut`,
  inbox: (queue?: string) => (queue === undefined ? '/can-bo' : `/can-bo?hang-doi=${queue}`),
  officerDossier: (id: string) => `/can-bo/ho-so/${id}`,
  signResult: (id: string) => `/can-bo/ho-so/${id}/ky-so`,
  officerAct: (id: string, act: string) => `/can-bo/ho-so/${id}/${act}`,
  officerFile: (id: string, fileId: string) => `/can-bo/ho-so/${id}/tep/${fileId}`,
  file: (fileId: string) => `/tep/${fileId}`,
  filePage: (fileId: string, page: number, width: number) =>
    `/tep/${fileId}/trang/${String(page)}?rong=${String(width)}`,
  issuedDocument: (documentId: string) => `/van-ban/${documentId}`,
  lookUp: (code: string) => `/tra-cuu?ma=${encodeURIComponent(code)}`,
} as const
