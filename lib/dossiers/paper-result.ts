import type { DocumentData } from '@/lib/documents'
import { isPartialDate, formatPartialDate } from '@/lib/forms'
import type { Dossier, DossierResult } from './dossier'
import { headOf } from './paper-signer'
import type { PaperSource } from './paper-source'

/** The result as its procedure's template wants it. */
export function resultPaperOf(source: PaperSource): DocumentData['result'] {
  const { result } = source
  if (result?.approvedAt == null || result.number === null)
    throw new Error(`dossier ${source.dossier.id} has no approved result`)
  return source.definition.result.template === 'drivingLicence'
    ? drivingLicence(source, result)
    : decision(source, result)
}

function issued(source: PaperSource, result: DossierResult) {
  if (source.checkUrl === null) throw new Error(`the result of dossier ${source.dossier.id} has no number`)
  const [, number = ''] = (result.number ?? '').split(':')
  const [value = '', ...notation] = number.split('/')
  const head = headOf(source.issuer.name)
  return {
    issuer: source.issuer,
    number: { value, notation: notation.join('/') },
    issuedAt: result.approvedAt ?? source.dossier.stateSince,
    dossierCode: source.lookUp.code,
    recipients: [`Ông (bà) ${source.dossier.applicantName}`, 'Lưu: VT, hồ sơ'],
    signer: { authority: [head.title], name: source.actor('dossier.approved').name },
    check: { url: source.checkUrl, code: source.lookUp.code },
    authority: head.authority,
  }
}

function decision(source: PaperSource, result: DossierResult): DocumentData['result'] {
  const { definition, dossier } = source
  const name = definition.name.vi
  const isGranted = result.outcome === 'granted'
  const fields = (definition.result.fields ?? []).flatMap(({ id, label }) =>
    result.fields[id] ? [`${label.vi}: ${result.fields[id]}.`] : [],
  )
  return {
    template: 'decision',
    ...issued(source, result),
    subject: `Về việc ${isGranted ? 'giải quyết' : 'không giải quyết'} hồ sơ “${name}”`,
    grounds: [
      ...definition.legalBasis.map(({ title }) => `Căn cứ ${title.vi}`),
      `Xét hồ sơ mã số ${source.lookUp.code} của ông (bà) ${dossier.applicantName}`,
    ],
    articles: [
      `${isGranted ? 'Đồng ý giải quyết' : 'Không đồng ý giải quyết'} đề nghị “${name}” của ông (bà) ${dossier.applicantName}. ${result.reason}`,
      ...(result.ground === null ? [] : [`Căn cứ từ chối: ${result.ground}.`]),
      ...fields,
      'Ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành và có quyền khiếu nại, khởi kiện theo quy định của pháp luật.',
    ],
  }
}

function drivingLicence(source: PaperSource, result: DossierResult): DocumentData['result'] {
  const { dossier, facts, definition } = source
  const { answers } = dossier
  const dob = facts['person.dob']
  const reason = definition.cases.find(({ code }) => code === dossier.caseCode)?.name.vi.toLowerCase()
  return {
    template: 'drivingLicence',
    ...issued(source, result),
    holder: { ...source.party, birthDate: isPartialDate(dob) ? formatPartialDate(dob) : '–' },
    exchangeReason: reason ?? 'theo đề nghị',
    previous: {
      number: text(answers['licence.number'] ?? answers['licence.paperNumber']),
      class: text(answers['licence.class']),
      issuedOn: dayOf(answers['licence.issueDate']),
      expiresOn: dayOf(answers['licence.expiryDate']),
    },
    outcome: licenceOutcome(answers, result),
  }
}

const DELIVERY = new Map<unknown, string>([
  ['POST', 'qua bưu chính công ích'],
  ['DESK', 'tại bộ phận Một cửa'],
])

function licenceOutcome(answers: Dossier['answers'], result: DossierResult) {
  const { outcome, reason, ground, fields, approvedAt } = result
  if (outcome !== 'granted') return { kind: 'denied' as const, reason, basis: ground ?? '' }
  const licence = {
    number: fields['number'] ?? text(answers['licence.number']),
    class: fields['class'] ?? text(answers['licence.class']),
    issuedOn: dayOf(fields['issuedOn']) ?? approvedAt,
    expiresOn: dayOf(fields['expiresOn']),
  }
  const delivery = DELIVERY.get(answers['delivery.way']) ?? 'bản điện tử trên tài khoản định danh'
  return { kind: 'granted' as const, licence, delivery }
}

function text(answer: unknown): string {
  return typeof answer === 'string' && answer !== '' ? answer : '–'
}

const DAYS = [/^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/, /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/]

/** Midnight in Vietnam of a day written YYYY-MM-DD or D/M/YYYY. */
function dayOf(written: unknown): Date | null {
  if (typeof written !== 'string') return null
  const found = DAYS.map((pattern) => pattern.exec(written.trim())?.groups).find((groups) => groups !== undefined)
  if (found === undefined) return null
  const { y = '', m = '', d = '' } = found
  const day = new Date(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T00:00:00+07:00`)
  return Number.isNaN(day.getTime()) ? null : day
}
