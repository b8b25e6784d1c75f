import { CHANGE_WORDS, damageWords, FAULT_WORDS, reasonWords } from '@/lib/pades'
import type { JudgedChange, NotSigned, SignatureReport, SignatureTimestamp, ValidationReport } from '@/lib/pades'
import type { PdfFaultCode } from '@/lib/pdf'
import { attributeValues, subjectIds } from '@/lib/trust'
import type { Certificate, Name } from '@/lib/trust'
import { holderOf } from '../requirement/holder'
import { summaryOf } from '../report/report'
import type { SignatureEntry, VerificationReport } from '../report/report'

const [COMMON_NAME, ORGANISATION, TITLE] = ['2.5.4.3', '2.5.4.10', '2.5.4.12']

/** Enough to know what was done; a hostile file may list thousands. */
const MAX_CHANGES = 50
const MAX_NOT_SIGNED = 50
const MAX_TEXT = 300

const shorten = (text: string) => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text)
const first = (name: Name, oid: string) => {
  const [value] = attributeValues(name, oid)
  return value === undefined ? null : shorten(value)
}
/** Years beyond four digits have no ISO form that everybody reads. */
const momentOf = (time: Date) => new Date(Math.min(Math.max(time.getTime(), 0), 253_402_300_799_000)).toISOString()

function certificateEntry(certificate: Certificate): NonNullable<SignatureEntry['signer']> {
  const { subject, issuer, serial, notBefore, notAfter } = certificate
  return {
    name: first(subject, COMMON_NAME),
    organisation: first(subject, ORGANISATION),
    title: first(subject, TITLE),
    ids: subjectIds(subject).slice(0, 10),
    subject: shorten(subject.text),
    issuer: shorten(issuer.text),
    issuerName: first(issuer, COMMON_NAME) ?? first(issuer, ORGANISATION) ?? shorten(issuer.text),
    serial: serial.slice(0, 80),
    notBefore: momentOf(notBefore),
    notAfter: momentOf(notAfter),
  }
}

function changeEntry({ code, allowed, field, page }: JudgedChange): SignatureEntry['changes'][number] {
  const place = { ...(field === undefined ? {} : { field: shorten(field) }), ...(page === undefined ? {} : { page }) }
  return { code, allowed, words: CHANGE_WORDS[code], ...place }
}

/** Forbidden changes first, each kind at each place once. */
function changeEntries(changes: readonly JudgedChange[]): SignatureEntry['changes'] {
  const entries = new Map(
    changes.map((change) => [`${change.code}:${change.field ?? ''}:${String(change.page)}`, changeEntry(change)]),
  )
  return [...entries.values()].sort((a, b) => Number(a.allowed) - Number(b.allowed)).slice(0, MAX_CHANGES)
}

function timestampEntry({ time, authority, trusted, ...why }: SignatureTimestamp) {
  return { time: momentOf(time), authority: authority && shorten(authority), trusted, reason: reasonFor(why) }
}

/** A name out of a certificate is as long as whoever wrote it liked. */
function reasonFor({ because, about = '' }: { because: string; about?: string }) {
  return reasonWords({ because, about: shorten(about) })
}

function holderEntry(report: SignatureReport): SignatureEntry['holder'] {
  if (report.kind === 'timestamp') return 'authority'
  return report.certificate === null ? 'unknown' : holderOf(report.certificate)
}

function signatureEntry(report: SignatureReport): SignatureEntry {
  const { verdict, certificate, root, claimedTime, provenTime } = report
  return {
    field: shorten(report.field),
    kind: report.kind,
    holder: holderEntry(report),
    intact: report.intact,
    verdict: verdict.indication,
    subIndication: verdict.subIndication,
    reason: { code: verdict.because, ...reasonFor(verdict) },
    coverage: report.coverage,
    laterChanges: report.laterChanges,
    changes: changeEntries(report.changes),
    signer: certificate && certificateEntry(certificate),
    root: root && { name: shorten(root.name), set: root.set },
    claimedTime: claimedTime && momentOf(claimedTime),
    provenTime: provenTime && momentOf(provenTime),
    timestamps: report.timestamps.map(timestampEntry),
  }
}

function notSignedEntry({ kind, field, page }: NotSigned): VerificationReport['notSigned'][number] {
  return { kind, ...(field === undefined ? {} : { field: shorten(field) }), ...(page === undefined ? {} : { page }) }
}

/** The validator's findings as plain data with their words. */
export function reportOf(judged: ValidationReport, at: Date): VerificationReport {
  const signatures = judged.signatures.map(signatureEntry)
  return {
    judgedAt: at.toISOString(),
    size: judged.size,
    revisions: judged.revisions,
    fault: null,
    summary: summaryOf(signatures),
    signatures,
    ...(judged.damage.length === 0 ? {} : { damage: judged.damage.map(damageWords) }),
    notSigned: judged.notSigned.slice(0, MAX_NOT_SIGNED).map(notSignedEntry),
  }
}

const NOT_JUDGED = {
  vi: 'Tệp có cấu trúc mà trình kiểm tra không xử lý được, nên không thể kết luận về chữ ký.',
  en: 'The file has a structure the validator cannot deal with, so nothing can be said of its signatures.',
}

/** The report on a file that cannot be judged at all. */
export function faultReport(code: PdfFaultCode | 'not-judged', size: number, at: Date): VerificationReport {
  const words = code === 'not-judged' ? NOT_JUDGED : FAULT_WORDS[code]
  const fault = { code, ...words }
  return { judgedAt: at.toISOString(), size, revisions: 0, fault, summary: 'unreadable', signatures: [], notSigned: [] }
}
