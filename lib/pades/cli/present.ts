import { attributeValues, subjectIds } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import { WARNED } from '../changes/change'
import type { JudgedChange, NotSigned, SignatureReport, ValidationReport } from '../report'
import { CHANGE_WORDS } from '../change-words'
import { damageWords } from '../damage'
import { COVERAGE_WORDS, INDICATION_WORDS, LATER_CHANGE_WORDS, reasonWords } from '../words'

const [COMMON_NAME, ORGANISATION] = ['2.5.4.3', '2.5.4.10']

function signerOf(certificate: Certificate) {
  const { subject, issuer, serial, notBefore, notAfter } = certificate
  return {
    name: attributeValues(subject, COMMON_NAME)[0] ?? null,
    organisation: attributeValues(subject, ORGANISATION)[0] ?? null,
    ids: subjectIds(subject),
    subject: subject.text,
    issuer: issuer.text,
    serial,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  }
}

function changeOf({ code, level, revision, allowed, field, page, object, key }: JudgedChange) {
  return { code, level, revision, allowed, field, page, object, key, ...CHANGE_WORDS[code] }
}

function warningsOf({ changes }: SignatureReport) {
  const warned = changes.filter(({ code, allowed }) => allowed && WARNED.has(code))
  return warned.map(({ code, field, page }) => ({ code, field, page, ...CHANGE_WORDS[code] }))
}

function signatureOf(report: SignatureReport) {
  return {
    field: report.field,
    otherFields: report.otherFields,
    kind: report.kind,
    intact: report.intact,
    verdict: report.verdict.indication,
    subIndication: report.verdict.subIndication,
    reason: { code: report.verdict.because, ...reasonWords(report.verdict) },
    detail: report.verdict.detail,
    coverage: report.coverage,
    standing: report.standing,
    laterChanges: report.laterChanges,
    changes: report.changes.map(changeOf),
    warnings: warningsOf(report),
    signer: report.certificate === null ? null : signerOf(report.certificate),
    root: report.root,
    claimedTime: report.claimedTime?.toISOString() ?? null,
    reasonGiven: report.reason,
    location: report.location,
    provenTime: report.provenTime?.toISOString() ?? null,
    timestamps: report.timestamps.map(({ time, intact, trusted, authority, ...why }) => ({
      time: time.toISOString(),
      intact,
      trusted,
      authority,
      because: why.because,
      reason: { code: why.because, ...reasonWords(why) },
    })),
    subFilter: report.subFilter,
    faults: report.faults,
    oddities: report.oddities,
  }
}

/** A report as one JSON value: the file name first, then every signature. */
export function asJson(file: string, report: ValidationReport) {
  return {
    file,
    signatures: report.signatures.map(signatureOf),
    warnings: report.signatures.flatMap((signature) =>
      warningsOf(signature).map((warning) => ({ signature: signature.field, ...warning })),
    ),
    notSigned: report.notSigned,
    revisions: report.revisions,
    encrypted: report.encrypted,
    anomalies: report.anomalies.slice(0, 20),
    damage: report.damage.map((item) => ({ ...item, ...damageWords(item) })),
  }
}

function notSignedText({ kind, field, page }: NotSigned): string {
  if (kind === 'empty-field') return `  Ô chữ ký "${field ?? ''}" CHƯA được ký (signature field not signed)`
  if (kind === 'signature-remains')
    return `  Phần còn lại của một chữ ký${field === '' ? '' : ` "${field ?? ''}"`}: không nơi nào dẫn đến (remains of a signature, unreachable)`
  return `  Trang ${String(page)}: hình dấu, KHÔNG phải chữ ký số (stamp picture, not a signature)`
}

function changeText({ code, allowed, field, page }: JudgedChange): string {
  const where = [field, page === undefined ? undefined : `trang ${String(page)}`].filter((part) => part !== undefined)
  const words = CHANGE_WORDS[code]
  return `    ${allowed ? '+' : '!'} ${words.vi}${where.length === 0 ? '' : `: ${where.join(', ')}`} (${words.en})`
}

function timeText(label: string, time: Date | null): string {
  return `${label} ${time?.toISOString() ?? '—'}`
}

function signatureText(report: SignatureReport): string[] {
  const { verdict, certificate, root } = report
  const what = report.kind === 'timestamp' ? 'Dấu thời gian (timestamp)' : 'Chữ ký (signature)'
  const words = INDICATION_WORDS[verdict.indication]
  const reason = reasonWords(verdict)
  return [
    `  ${what} "${report.field}": ${words.vi} (${words.en})`,
    `    ${reason.vi} (${reason.en}) [${verdict.subIndication ?? verdict.indication}]`,
    `    Người ký (signer): ${certificate?.subject.text ?? '—'}; gốc (root): ${root?.name ?? '—'}`,
    `    ${COVERAGE_WORDS[report.coverage].vi} ${LATER_CHANGE_WORDS[report.laterChanges].vi}`,
    `    ${timeText('Giờ ghi (claimed):', report.claimedTime)}; ${timeText('giờ chứng minh được (proven):', report.provenTime)}`,
    ...report.changes.map(changeText),
  ]
}

/** A report as text for a terminal, Vietnamese first. */
export function asText(file: string, report: ValidationReport): string {
  const nothing = report.signatures.length === 0 ? ['  Tệp KHÔNG có chữ ký số (no digital signature)'] : []
  const damage = report.damage.map(damageWords).map(({ vi, en }) => `  ! ${vi} (${en})`)
  return [
    file,
    ...damage,
    ...nothing,
    ...report.signatures.flatMap(signatureText),
    ...report.notSigned.map(notSignedText),
  ].join('\n')
}
