import { localDate } from '@/lib/calendar'
import type { ResultTemplate } from '@/lib/catalogue'
import { basesOn, filledIn, filledSlots } from '@/lib/catalogue'
import type { DocumentData } from '@/lib/documents'
import { formatPartialDate, isPartialDate } from '@/lib/forms'
import type { DossierResult } from '../dossier/dossier'
import { headOf } from './paper-signer'
import type { PaperSource } from './paper-source'
import { resultFields, resultRows, wordsAt } from '../results/result-fields'

/** The result as its procedure's template wants it. */
export function resultPaperOf(source: PaperSource): DocumentData['result'] {
  const { result } = source
  if (result?.approvedAt == null || result.number === null)
    throw new Error(`dossier ${source.dossier.id} has no approved result`)
  const [, number = ''] = result.number.split(':')
  const [value = '', ...notation] = number.split('/')
  return paperOf(source, result, { number: { value, notation: notation.join('/') }, issuedAt: result.approvedAt })
}

/** The result as it would be issued: with room where its number goes, on the day it was written. */
export function draftPaperOf(source: PaperSource, notation: string): DocumentData['result'] {
  const { result } = source
  if (result === null) throw new Error(`dossier ${source.dossier.id} has no result`)
  return paperOf(source, result, { number: { value: null, notation }, issuedAt: result.draftedAt })
}

type Issue = { number: { value: string | null; notation: string }; issuedAt: Date }

function paperOf(source: PaperSource, result: DossierResult, issue: Issue): DocumentData['result'] {
  const { template } = source.definition.result
  return template === undefined ? decision(source, result, issue) : drivingLicence(source, template, result, issue)
}

function issued(source: PaperSource, issue: Issue) {
  const head = headOf(source.issuer.name)
  return {
    ...issue,
    issuer: source.issuer,
    dossierCode: source.lookUp.code,
    grounds: groundsOf(source, issue.issuedAt),
    recipients: [capitalised(called(source)), 'Lưu: VT, hồ sơ'],
    signer: { authority: [head.title], name: source.actor('dossier.approved').name },
    lookUp: source.lookUp,
    ...(source.isSigned && source.checkUrl !== null && { check: { url: source.checkUrl, code: source.lookUp.code } }),
    authority: head.authority,
  }
}

const isOrganisation = ({ facts }: PaperSource) => facts['organisation.taxCode'] !== undefined
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** A person is addressed, an organisation is named. */
function called(source: PaperSource): string {
  const { applicantName } = source.dossier
  return isOrganisation(source) ? applicantName : `ông (bà) ${applicantName}`
}

/** The law as it is on the day of the paper, then the dossier. */
function groundsOf(source: PaperSource, at: Date): string[] {
  const law = basesOn(source.definition, localDate(at)).map(({ title }) => `Căn cứ ${title.vi}`)
  return [...law, `Xét hồ sơ mã số ${source.lookUp.code} của ${called(source)}`]
}

function decision(source: PaperSource, result: DossierResult, issue: Issue): DocumentData['result'] {
  const name = source.definition.name.vi
  const isGranted = result.outcome === 'granted'
  const who = isOrganisation(source) ? 'Tổ chức' : 'Ông (bà)'
  return {
    template: 'decision',
    ...issued(source, issue),
    subject: `Về việc ${isGranted ? 'giải quyết' : 'không giải quyết'} hồ sơ “${name}”`,
    articles: [
      ...(isGranted ? grantedArticles(source, result) : deniedArticles(source, result)),
      {
        text: `Quyết định này có hiệu lực kể từ ngày ký. ${who} có tên trong hồ sơ nêu trên chịu trách nhiệm thi hành và có quyền khiếu nại, khởi kiện theo quy định của pháp luật.`,
      },
    ],
  }
}

function grantedArticles(source: PaperSource, { reason }: DossierResult) {
  const { definition, scope, dossier } = source
  const { decides } = definition.result
  const granted =
    decides === undefined
      ? `Đồng ý giải quyết đề nghị “${definition.name.vi}” của ${called(source)}.`
      : filledIn(decides, (id) => (id === 'applicant' ? dossier.applicantName : wordsAt(definition, id, scope)))
  const rows = resultRows(definition, scope)
  return [
    { text: granted },
    ...(rows.length === 0 ? [] : [{ text: 'Nội dung được ghi nhận:', rows }]),
    { text: `Lý do: ${reason}` },
  ]
}

function deniedArticles(source: PaperSource, { reason, ground }: DossierResult) {
  return [
    { text: `Không đồng ý giải quyết đề nghị “${source.definition.name.vi}” của ${called(source)}.` },
    { text: `Lý do: ${reason}` },
    ...(ground === null ? [] : [{ text: `Căn cứ từ chối: ${ground}.` }]),
  ]
}

function drivingLicence(
  source: PaperSource,
  template: ResultTemplate,
  result: DossierResult,
  issue: Issue,
): DocumentData['result'] {
  const { dossier, facts, definition, scope } = source
  const slot = filledSlots(template, { answers: dossier.answers, facts, fields: resultFields(definition, scope) })
  const birthDate = slot('holderBirthDate')
  const reason = definition.cases.find(({ code }) => code === dossier.caseCode)?.name.vi.toLowerCase()
  return {
    template: 'drivingLicence',
    ...issued(source, issue),
    holder: { ...source.party, birthDate: isPartialDate(birthDate) ? formatPartialDate(birthDate) : '–' },
    exchangeReason: reason ?? 'theo đề nghị',
    previous: {
      number: text(slot('previousNumber')),
      class: text(slot('previousClass')),
      issuedOn: dayOf(slot('previousIssuedOn')),
      expiresOn: dayOf(slot('previousExpiresOn')),
    },
    outcome: licenceOutcome(slot, result, issue),
  }
}

function licenceOutcome(
  slot: ReturnType<typeof filledSlots>,
  { outcome, reason, ground }: DossierResult,
  { issuedAt }: Issue,
) {
  if (outcome !== 'granted') return { kind: 'denied' as const, reason, basis: ground ?? '' }
  const licence = {
    number: text(slot('number')),
    class: text(slot('class')),
    issuedOn: dayOf(slot('issuedOn')) ?? issuedAt,
    expiresOn: dayOf(slot('expiresOn')),
  }
  return { kind: 'granted' as const, licence, delivery: text(slot('delivery')) }
}

function text(answer: unknown): string {
  return typeof answer === 'string' && answer !== '' ? answer : '–'
}

/** Midnight in Vietnam of a day as answers keep it. */
function dayOf(answer: unknown): Date | null {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? new Date(`${answer}T00:00:00+07:00`) : null
}
