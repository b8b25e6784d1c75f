import { describe, expect, it } from 'vitest'
import { mandatoryData } from '../report/mandatory-data'
import { summaryOf, withoutPersonalIds } from '../report/report'
import type { SignatureEntry, VerificationReport } from '../report/report'
import { signatureFault, signatureIssue } from './requirement'
import { signingTimeWords } from '../report/signature-words'

const ENTRY: SignatureEntry = {
  ...{
    field: 'Chữ ký 1',
    kind: 'signature',
    holder: 'person',
    intact: true,
    verdict: 'TOTAL_PASSED',
    subIndication: null,
  },
  reason: { code: 'passed', vi: 'Mọi kiểm tra đều đạt.', en: 'Every check passed.' },
  ...{ coverage: 'whole-file', laterChanges: 'none', changes: [], root: { name: 'Gốc', set: 'public' } },
  signer: {
    ...{ name: 'Nguyễn Văn An', organisation: null, title: null, subject: 'CN=Nguyễn Văn An,UID=CCCD:001090000001' },
    ids: [{ kind: 'personalId', value: '001090000001' }],
    ...{ issuer: 'CN=CA', issuerName: 'CA', serial: '01' },
    ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2027-01-01T00:00:00.000Z' },
  },
  ...{ claimedTime: null, provenTime: null, timestamps: [] },
}
const SEAL: SignatureEntry = {
  ...ENTRY,
  holder: 'organisation',
  signer: ENTRY.signer && { ...ENTRY.signer, name: 'Sao Mai', ids: [{ kind: 'taxCode', value: '0312687878' }] },
}
const AN = { personalId: '001090000001', taxCode: '0312687878' }
const report = (...signatures: SignatureEntry[]) => ({ signatures })

describe('a document that must be signed', () => {
  it.each([
    ['not judged yet', 'PERSON_CERT', undefined, 'signature-pending'],
    ['not signed', 'PERSON_CERT', report(), 'signature-missing'],
    ['signed by the right person', 'PERSON_CERT', report(ENTRY), null],
    ['signed by an organisation where a person must', 'PERSON_CERT', report(SEAL), 'signature-wrong-subject'],
    ['signed by a person where the organisation must', 'ORG_CERT', report(ENTRY), 'signature-wrong-subject'],
    ['sealed by the right organisation', 'ORG_CERT', report(ENTRY, SEAL), null],
    [
      'followed by a forbidden change',
      'PERSON_CERT',
      report({ ...ENTRY, laterChanges: 'forbidden' }),
      'signature-invalid',
    ],
    ['not decided', 'PERSON_CERT', report({ ...ENTRY, verdict: 'INDETERMINATE' }), 'signature-invalid'],
    ['once badly, once well', 'PERSON_CERT', report({ ...ENTRY, intact: false }, ENTRY), null],
    ['only stamped with a time', 'PERSON_CERT', report({ ...ENTRY, kind: 'timestamp' }), 'signature-missing'],
  ] as const)('is %s', (_, required, report, fault) => {
    expect(signatureFault(required, report, AN)?.fault ?? null).toBe(fault)
  })

  it('is refused when somebody else signed, whatever is known of the applicant', () => {
    for (const personalId of ['001090000002', null]) {
      expect(signatureFault('PERSON_CERT', report(ENTRY), { personalId, taxCode: null })?.fault).toBe(
        'signature-wrong-subject',
      )
    }
    expect(signatureFault('ORG_CERT', report(SEAL), { personalId: null, taxCode: '0312687878-001' })?.fault).toBe(
      'signature-wrong-subject',
    )
  })

  it('names who signed instead', () => {
    const finding = signatureFault('PERSON_CERT', report(ENTRY), { personalId: '001090000002', taxCode: null })
    expect(
      finding && signatureIssue({ code: 'DON', signature: 'PERSON_CERT' }, { name: 'don.pdf' }, finding).words.vi,
    ).toContain('là của Nguyễn Văn An, không phải chứng thư số cá nhân của người nộp')
  })

  it('says which file, whose certificate and why', () => {
    const finding = signatureFault(
      'PERSON_CERT',
      report({ ...ENTRY, verdict: 'TOTAL_FAILED', reason: { code: 'revoked', vi: 'Đã thu hồi.', en: 'Revoked.' } }),
      AN,
    )
    const issue = finding && signatureIssue({ code: 'DON', signature: 'PERSON_CERT' }, { name: 'don.pdf' }, finding)
    expect(issue).toMatchObject({ path: 'DON', code: 'signature-invalid' })
    expect(issue?.words.vi).toContain('“don.pdf”')
    expect(issue?.words.vi).toContain('Đã thu hồi.')
  })
})

describe('a whole file', () => {
  it.each([
    [[], 'unsigned'],
    [[{ ...ENTRY, kind: 'timestamp' as const }], 'unsigned'],
    [[ENTRY, SEAL], 'valid'],
    [[ENTRY, { ...SEAL, verdict: 'INDETERMINATE' as const }], 'undecided'],
    [[ENTRY, { ...SEAL, verdict: 'TOTAL_FAILED' as const }], 'invalid'],
    [[{ ...ENTRY, laterChanges: 'forbidden' as const, verdict: 'INDETERMINATE' as const }], 'invalid'],
  ])('is as good as the worst of its signatures', (signatures, summary) => {
    expect(summaryOf(signatures)).toBe(summary)
  })

  it('says the same of a signature in its row as in its mark', () => {
    const resultWords = (entry: SignatureEntry) => mandatoryData(entry).find(({ key }) => key === 'result')?.value.vi
    expect(resultWords(ENTRY)).toMatch(/^HỢP LỆ/)
    expect(resultWords({ ...ENTRY, verdict: 'INDETERMINATE' })).toMatch(/^CHƯA KẾT LUẬN/)
    expect(resultWords({ ...ENTRY, verdict: 'INDETERMINATE', laterChanges: 'forbidden' })).toMatch(/^KHÔNG HỢP LỆ/)
    const root = { name: 'CN=Gốc quốc gia – DEMO, O=NEAC, C=VN', set: 'public' }
    const [authority] = mandatoryData({ ...ENTRY, root })
    expect(authority?.value.vi).toBe('CA. Gốc: Gốc quốc gia – DEMO (Chứng thực chữ ký số công cộng)')
  })

  it('names who vouches for the time, not the whole distinguished name', () => {
    const reason = { vi: '', en: '' }
    const stamp = { time: '2026-11-20T02:15:00.000Z', trusted: true, reason }
    const timeWords = (authority: string | null) =>
      signingTimeWords({ ...ENTRY, timestamps: [{ ...stamp, authority }] }).vi
    expect(timeWords('C=VN, CN=TSA\\, số 1, O=NEAC')).toMatch(/^09:15:00 20\/11\/2026 \(\+07:00\).*: TSA\\, số 1$/)
    expect(timeWords('O=NEAC')).toMatch(/: O=NEAC$/)
  })

  it('shows strangers three digits of a personal number and all of a tax code', () => {
    const whole: VerificationReport = {
      ...{ judgedAt: '2026-01-01T00:00:00.000Z', size: 1, revisions: 1, fault: null, summary: 'valid', notSigned: [] },
      signatures: [ENTRY, SEAL],
    }
    const shown = JSON.stringify(withoutPersonalIds(whole))
    expect(shown).not.toContain('001090000001')
    expect(shown).toContain('•••••••••001')
    expect(shown).toContain('0312687878')
  })
})
