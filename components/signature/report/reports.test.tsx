import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { Locale } from '@/lib/i18n'
import { LOCALES } from '@/lib/i18n'
import { HOLDER_WORDS, SUMMARY_WORDS } from '@/lib/signing'
import type { Holder, SignatureEntry, Summary, VerificationReport } from '@/lib/signing'
import { IssuedReport } from './issued-report'
import { ReportView } from './report-view'
import { StoredReportPage } from './stored-report-page'

const SIGNED_AT = '2026-11-20T02:15:00.000Z'
const SHA = 'ab'.repeat(32)

const SIGNER = {
  ...{ name: 'Nguyễn Văn An', organisation: null, title: null, subject: 'CN=Nguyễn Văn An', issuer: 'CN=CA' },
  ...{ issuerName: 'CA', serial: '0a', notBefore: '2025-12-31T17:00:00.000Z', notAfter: '2026-12-31T16:59:59.000Z' },
  ids: [{ kind: 'personalId' as const, value: '001090000001' }],
}

const anEntry = (changes: Partial<SignatureEntry> = {}): SignatureEntry => ({
  ...{ field: 'Signature1', kind: 'signature', holder: 'person', intact: true, verdict: 'TOTAL_PASSED' },
  ...{ subIndication: null, coverage: 'whole-file', laterChanges: 'none', changes: [], claimedTime: SIGNED_AT },
  reason: { code: 'trusted', vi: 'Chữ ký đúng.', en: 'The signature is right.' },
  signer: SIGNER,
  root: { name: 'CN=Root,C=VN', set: 'public' },
  ...{ provenTime: SIGNED_AT, timestamps: [] },
  ...changes,
})

const aReport = (signatures: SignatureEntry[], changes: Partial<VerificationReport> = {}): VerificationReport => ({
  ...{ judgedAt: SIGNED_AT, size: 1_234_567, revisions: 2, fault: null, summary: 'valid', notSigned: [], signatures },
  ...changes,
})
const seal = anEntry({
  ...{ field: 'Seal', holder: 'organisation' },
  signer: { ...SIGNER, name: 'UBND', organisation: 'UBND' },
})
const draw = (report: VerificationReport, locale: Locale = 'vi') =>
  renderToStaticMarkup(<ReportView report={report} fileName="a.pdf" sha256={SHA} locale={locale} />)

const SUMMARIES: readonly Summary[] = ['valid', 'undecided', 'invalid', 'unsigned', 'unreadable']
const HOLDERS: readonly Holder[] = ['person', 'organisation', 'authority', 'unknown']
const VERDICTS = ['TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED'] as const
const COVERAGES = ['whole-file', 'whole-revision', 'partial'] as const
const CHANGES = ['none', 'allowed', 'forbidden'] as const
const stamp = (trusted: boolean) => ({
  ...{ time: SIGNED_AT, authority: 'CN=TSA,C=VN', trusted },
  reason: { vi: 'Chưa rõ gốc.', en: 'Its root is not known.' },
})
const TIMES: Partial<SignatureEntry>[] = [
  { timestamps: [stamp(true)] },
  { timestamps: [stamp(false)], provenTime: null },
  { provenTime: SIGNED_AT },
  { provenTime: null },
  { provenTime: null, claimedTime: null },
  { kind: 'timestamp', holder: 'authority' },
]

const page = (report: VerificationReport, locale: Locale) => (
  <StoredReportPage
    stored={{ ...{ id: 'r1', fileName: 'a.pdf', sha256: SHA }, expiresAt: new Date(SIGNED_AT), report }}
    locale={locale}
  />
)
const issued = (
  locale: Locale,
  paper: Parameters<typeof IssuedReport>[0]['paper'],
  report: VerificationReport | null,
) => (
  <IssuedReport
    {...{ checkCode: 'ABC', paper, report, locale, progress: null }}
    agency={{ name: { vi: 'Ủy ban', en: 'Committee' } }}
  />
)
const PAPER = {
  ...{ kind: 'receipt', number: '12/TN', dossierCode: 'H26' },
  issued: { sha256: SHA, at: new Date(SIGNED_AT) },
}

describe('a report keeps the rules', () => {
  itKeepsTheRules(
    [
      ...SUMMARIES.map(
        (summary) => [summary, (locale: Locale) => page(aReport([anEntry(), seal], { summary }), locale)] as const,
      ),
      ...TIMES.map(
        (time, at) =>
          [
            `signed at a time of kind ${String(at)}`,
            (locale: Locale) => page(aReport([anEntry(time)]), locale),
          ] as const,
      ),
      ...HOLDERS.map(
        (holder) => [`by ${holder}`, (locale: Locale) => page(aReport([anEntry({ holder })]), locale)] as const,
      ),
      [
        'of nothing that can be read',
        (locale) => page(aReport([], { fault: { code: 'x', vi: 'Tệp hỏng.', en: 'Broken.' } }), locale),
      ],
      [
        'with pictures, damage and changes',
        (locale) =>
          page(
            aReport(
              [
                anEntry({
                  laterChanges: 'forbidden',
                  changes: [
                    {
                      code: 'text',
                      allowed: false,
                      words: { vi: 'Thêm chữ', en: 'Text was added' },
                      field: 'F1',
                      page: 3,
                    },
                    { code: 'dss', allowed: true, words: { vi: 'Thêm bằng chứng', en: 'Proofs were added' } },
                  ],
                }),
              ],
              {
                summary: 'invalid',
                damage: [{ vi: 'Thiếu một đoạn.', en: 'A part is missing.' }],
                notSigned: [
                  { kind: 'empty-field', field: 'F2' },
                  { kind: 'stamp-picture', page: 1 },
                  { kind: 'signature-remains' },
                ],
              },
            ),
            locale,
          ),
      ],
      [
        'of somebody not known',
        (locale) => page(aReport([anEntry({ signer: null, root: null, holder: 'unknown' })]), locale),
      ],
      ['of a paper', (locale) => issued(locale, PAPER, aReport([anEntry()]))],
      ['of a paper that is not issued yet', (locale) => issued(locale, { ...PAPER, issued: null }, null)],
      ['of no paper', (locale) => issued(locale, null, null)],
    ],
    ['Nguyễn Văn An', 'UBND'],
  )
})

describe('a report', () => {
  it.each(SUMMARIES)('begins with the verdict on the file: %s', (summary) => {
    for (const locale of LOCALES) {
      const text = textOf(draw(aReport([anEntry()], { summary }), locale))
      const { mark, sentence } = SUMMARY_WORDS[summary]
      expect(text.indexOf(mark[locale])).toBeLessThan(40)
      expect(text).toContain(sentence[locale])
    }
  })

  const MARKS = { TOTAL_PASSED: 'Hợp lệ', INDETERMINATE: 'Chưa kết luận', TOTAL_FAILED: 'Không hợp lệ' }
  const every = VERDICTS.flatMap((verdict) =>
    COVERAGES.flatMap((coverage) => CHANGES.map((laterChanges) => ({ verdict, coverage, laterChanges }))),
  )
  it.each(every)('says of one signature $verdict, $coverage, $laterChanges', (what) => {
    const text = textOf(draw(aReport([anEntry(what)])))
    const mark = MARKS[what.laterChanges === 'forbidden' ? 'TOTAL_FAILED' : what.verdict]
    // In the row of the overview, and beside the signature's own name.
    expect(text.split(mark).length - 1).toBeGreaterThanOrEqual(2)
    if (mark !== 'Hợp lệ') expect(text).not.toMatch(/(?<!Không )(?<!\p{L})Hợp lệ(?!\p{L})/u)
  })

  it('gives the reason of the verdict in words', () => {
    const reason = { code: 'revoked', vi: 'Chứng thư đã bị thu hồi.', en: 'The certificate was revoked.' }
    for (const locale of LOCALES)
      expect(textOf(draw(aReport([anEntry({ verdict: 'TOTAL_FAILED', reason })]), locale))).toContain(reason[locale])
  })

  it('has a row for the person and one for the organisation, whoever signed', () => {
    const row = (html: string, party: string) =>
      new RegExp(`<tr[^>]*>(?:(?!</tr>).)*>${party}<.*?</tr>`, 's').exec(html)?.[0] ?? ''
    const byPerson = draw(aReport([anEntry()]))
    expect(row(byPerson, 'Cá nhân')).toContain('Nguyễn Văn An')
    expect(row(byPerson, 'Tổ chức')).toContain('Chưa có chữ ký số của tổ chức')
    const bySeal = draw(aReport([seal]))
    expect(row(bySeal, 'Cá nhân')).toContain('Chưa có chữ ký số của cá nhân')
    expect(row(bySeal, 'Tổ chức')).toContain('UBND')
    // A timestamp of the document is nobody's signature.
    const stamped = draw(aReport([anEntry({ kind: 'timestamp', holder: 'authority' })]))
    expect(row(stamped, 'Cá nhân')).toContain('Chưa có chữ ký số của cá nhân')
    expect(draw(aReport([]))).not.toContain('<table')
  })

  it('names each signature by whom it speaks for, and numbers them', () => {
    const text = textOf(draw(aReport(HOLDERS.map((holder) => anEntry({ holder })))))
    for (const [at, holder] of HOLDERS.entries())
      expect(text).toContain(`${String(at + 1)}. ${HOLDER_WORDS[holder].vi}: Nguyễn Văn An`)
  })

  it('tells the time as it is in Vietnam, and the size as its reader counts', () => {
    const report = aReport([anEntry({ timestamps: [stamp(true)] })])
    expect(textOf(draw(report))).toContain('09:15:00 20/11/2026 (+07:00), do dấu thời gian chứng minh: TSA')
    expect(textOf(draw(report))).toContain('00:00:00 01/01/2026 (+07:00) – 23:59:59 31/12/2026 (+07:00)')
    expect(textOf(draw(report))).toContain('1.234.567 byte')
    expect(textOf(draw(report, 'en'))).toContain('1,234,567 bytes')
  })

  it('shows the names in certificates and files as words', () => {
    const hostile = anEntry({
      field: HOSTILE,
      changes: [{ code: 'x', allowed: false, words: { vi: HOSTILE, en: HOSTILE }, field: HOSTILE }],
      signer: { ...SIGNER, name: HOSTILE, subject: HOSTILE, issuerName: HOSTILE },
    })
    const html = renderToStaticMarkup(
      <ReportView
        report={aReport([hostile], { notSigned: [{ kind: 'empty-field', field: HOSTILE }] })}
        fileName={HOSTILE}
        sha256={SHA}
        locale="vi"
      />,
    )
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })
})

describe('behind the code on a paper', () => {
  it('is one answer each: the verdict, not issued yet, or no such paper', () => {
    const text = (paper: Parameters<typeof issued>[1], report: VerificationReport | null) =>
      textOf(renderToStaticMarkup(issued('vi', paper, report)))
    expect(text(PAPER, aReport([anEntry()]))).toContain('Chữ ký số hợp lệ')
    expect(text({ ...PAPER, issued: null }, null)).toContain('Văn bản này chưa được phát hành')
    expect(text(PAPER, null)).toContain('Văn bản này chưa được phát hành')
    expect(text(null, null)).toContain('Cổng không phát hành văn bản nào mang mã “ABC”')
  })

  it('leads to the report to keep only where there is one', () => {
    const hrefs = (paper: Parameters<typeof issued>[1]) =>
      linksOf(renderToStaticMarkup(issued('vi', paper, paper?.issued ? aReport([anEntry()]) : null))).map(
        ([, href]) => href,
      )
    expect(hrefs(PAPER).filter((href) => href.includes('ABC'))).toHaveLength(2)
    expect(hrefs({ ...PAPER, issued: null }).filter((href) => href.includes('ABC'))).toEqual([])
  })
})
