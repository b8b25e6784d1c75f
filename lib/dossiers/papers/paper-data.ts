import { phoneWritten } from '@/lib/accounts'
import type { ContactPhone } from '@/lib/accounts'
import { localDate } from '@/lib/calendar'
import type { DeliveryWay } from '@/lib/catalogue'
import { deliveryWay } from '@/lib/catalogue'
import type { DocumentData } from '@/lib/documents'
import type { State } from '../dossier/state'
import type { PaperSource } from './paper-source'
import { supplementGround } from '../dossier/supplement-ground'
import { STATE_WORDS } from '../dossier/words'

const DELIVERY = {
  POST: 'Qua bưu chính công ích, đến địa chỉ đã kê khai',
  DESK: 'Tại bộ phận Một cửa',
  ELECTRONIC: 'Trực tuyến, trong tài khoản người nộp',
} as const satisfies Record<DeliveryWay, string>
const HOW = '(Nộp trực tuyến, xác thực bằng tài khoản định danh điện tử)'

const deliveryOf = ({ definition, dossier }: PaperSource) => DELIVERY[deliveryWay(definition, dossier.answers)]

function procedureOf({ definition, dossier }: PaperSource) {
  const caseName =
    definition.cases.length > 1 ? definition.cases.find(({ code }) => code === dossier.caseCode)?.name.vi : undefined
  return { code: definition.code, name: definition.name.vi, ...(caseName === undefined ? {} : { caseName }) }
}

const shared = (source: PaperSource) => ({
  issuer: source.issuer,
  applicant: source.party,
  procedure: procedureOf(source),
  lookUp: source.lookUp,
})

function requirementName({ definition }: PaperSource, code: string): string {
  return definition.documents.find((document) => document.code === code)?.name.vi ?? code
}

/** What was handed in, file by file with its SHA-256. */
export function acknowledgementOf(source: PaperSource): DocumentData['acknowledgement'] {
  const { dossier, files, agencyName } = source
  return {
    ...shared(source),
    issuer: { parentName: null, name: 'Cổng Dịch vụ công Một Cửa', place: source.issuer.place },
    submissionCode: dossier.submissionCode,
    submittedAt: dossier.submittedAt,
    agencyName,
    delivery: deliveryOf(source),
    feeAmount: dossier.fee.total,
    answerDueAt: dossier.intakeDueAt,
    files: files
      .filter(({ sealedAt }) => sealedAt?.getTime() === dossier.submittedAt.getTime())
      .map((file) => ({
        requirement: requirementName(source, file.requirementCode),
        name: file.name,
        size: file.size,
        sha256: file.sha256,
        ...(file.pages === null ? {} : { pages: file.pages }),
      })),
  }
}

/** Form 01. */
export function receiptOf(source: PaperSource, number: string): DocumentData['receipt'] {
  const { dossier, definition } = source
  const { acceptedAt, dueAt, deadline } = dossier
  if (acceptedAt === null || dueAt === null || deadline === null)
    throw new Error(`dossier ${dossier.id} was not accepted`)
  const caseDocuments = definition.cases.find(({ code }) => code === dossier.caseCode)?.documents ?? []
  const uploaded = new Set(source.files.map(({ requirementCode }) => requirementCode))
  const components = definition.documents
    .filter(
      ({ code, origin }) =>
        caseDocuments.some((document) => document.code === code) && (origin !== 'upload' || uploaded.has(code)),
    )
    .map(({ name }) => ({ name: name.vi, copies: 1, form: 'electronic' as const }))
  const { unit, amount } = deadline.policy
  const UNITS = {
    WORKING_DAYS: 'ngày làm việc',
    CALENDAR_DAYS: 'ngày',
    WORKING_HOURS: 'giờ làm việc',
    SAME_DAY: '',
  } as const
  return {
    ...shared(source),
    number: { value: number, notation: 'TNHS' },
    dossierCode: source.lookUp.code,
    components,
    sets: 1,
    timeLimit: unit === 'SAME_DAY' ? 'Trong ngày' : `${String(amount).padStart(2, '0')} ${UNITS[unit]}`,
    acceptedAt,
    dueAt,
    dueExplanation: deadline.explanation.map(({ vi }) => vi),
    delivery: deliveryOf(source),
    feeAmount: dossier.fee.total,
    submitterName: dossier.applicantName,
    submittedHow: HOW,
    signer: { authority: ['Người tiếp nhận hồ sơ'], name: source.actor('dossier.accepted').name },
  }
}

/** Form 02. */
export function supplementRequestOf(
  source: PaperSource,
  number: string,
  supplementId: string,
): DocumentData['supplementRequest'] {
  const request = source.supplements.find(({ id }) => id === supplementId)
  if (request === undefined) throw new Error(`no supplement request ${supplementId}`)
  const name = source.nameOf(request.requestedBy)
  return {
    ...shared(source),
    number: { value: number, notation: 'HDHS' },
    requestedAt: request.requestedAt,
    reference: source.lookUp.code,
    items: request.items.map((item) => ({ name: item.label.vi, fault: item.reason, guidance: item.howToMend })),
    reason: request.note === '' ? 'Hồ sơ chưa đầy đủ hoặc chưa chính xác theo quy định.' : request.note,
    answerBy: request.dueAt,
    clock: clockOf(source.dossier),
    round: source.supplements.filter(({ requestedAt }) => requestedAt <= request.requestedAt).length,
    basis: supplementGround(localDate(request.requestedAt)),
    contact: contactOf(name, source.phoneOf(request.requestedBy)),
    signer: { authority: ['Người hướng dẫn'], name },
  }
}

/** Whom to ask about the request, and where: the officer, or through the desk. */
function contactOf(name: string, contact: ContactPhone | null) {
  if (contact === null) return { name }
  const phone = phoneWritten(contact.phone)
  return contact.answers === 'officer' ? { name, phone } : { name: `${name} qua bộ phận Một cửa`, phone }
}

/** Before acceptance no term runs; afterwards the procedure's policy says what becomes of it. */
function clockOf({ deadline }: PaperSource['dossier']) {
  if (deadline === null) return 'notStarted' as const
  return deadline.policy.supplement === 'RESTART' ? ('restarts' as const) : ('resumes' as const)
}

/** Form 03. */
export function refusalOf(source: PaperSource, number: string): DocumentData['refusal'] {
  const { dossier } = source
  const { name, at } = source.actor('dossier.intakeRejected')
  return {
    ...shared(source),
    number: { value: number, notation: 'TCHS' },
    refusedAt: at,
    reference: source.lookUp.code,
    submittedAt: dossier.submittedAt,
    reason: dossier.closing?.reason ?? '',
    basis: dossier.closing?.ground ?? '',
    ...(dossier.closing?.guidance === undefined ? {} : { guidance: dossier.closing.guidance }),
    submitterName: dossier.applicantName,
    submittedHow: HOW,
    signer: { authority: ['Người tiếp nhận hồ sơ'], name },
  }
}

/** How far it had come when it was given up; what was accepted is in process at least. */
const stageWords = ({ from = 'in_review' }: { from?: State }) => STATE_WORDS[from].vi.toLowerCase()

/** Form 05 of TT 03/2025/TT-VPCP. */
export function terminationNoticeOf(source: PaperSource, number: string): DocumentData['terminationNotice'] {
  const { dossier } = source
  const act = source.actor('dossier.withdrawn', 'dossier.closedUnanswered')
  const requester = act.event === 'dossier.withdrawn' ? source.actor('dossier.withdrawalRequested') : null
  return {
    ...shared(source),
    number: { value: number, notation: 'TB-MC' },
    issuedAt: dossier.stateSince,
    dossierCode: source.lookUp.code,
    ...(requester !== null && { request: { by: dossier.applicantName, at: requester.at, reason: requester.reason } }),
    stage: stageWords(requester ?? act),
    reason: dossier.closing?.reason ?? '',
    feePaid: 0,
    returnedPapers: [],
    signer: { authority: ['Người giải quyết hồ sơ'], name: act.name },
  }
}
