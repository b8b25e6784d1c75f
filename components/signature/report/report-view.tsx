import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { SummaryList } from '@/components/ui/summary-list'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { exactMoment, notSignedWords, signerWords, SUMMARY_WORDS, signingTimeWords } from '@/lib/signing'
import type { SignatureEntry, Summary, VerificationReport } from '@/lib/signing'
import { SignatureCard } from './signature-card'
import { SignatureBadge } from './verdict-badge'
import { VERIFY_WORDS as W } from './verify-words'

const TONES = {
  valid: 'good',
  undecided: 'warn',
  invalid: 'bad',
  unsigned: 'bad',
  unreadable: 'bad',
} as const satisfies Record<Summary, string>

type Props = { report: VerificationReport; fileName?: string; sha256: string; locale: Locale }

/** The whole report: the verdict first, then person and organisation, then each signature. */
export function ReportView({ report, fileName, sha256, locale }: Props) {
  const { summary, fault, signatures, notSigned, damage = [] } = report
  return (
    <>
      <div className="flex flex-col gap-4">
        <Notice tone={TONES[summary]} title={say(SUMMARY_WORDS[summary].mark, locale)} locale={locale} isLive>
          <p>{say(fault ?? SUMMARY_WORDS[summary].sentence, locale)}</p>
        </Notice>
        {damage.length > 0 && (
          <Notice tone="bad" title={say(W.damage, locale)} locale={locale}>
            {damage.map((words) => (
              <p key={words.en}>{say(words, locale)}</p>
            ))}
          </Notice>
        )}
        {notSigned.length > 0 && (
          <Notice tone="bad" title={say(W.pictures, locale)} locale={locale}>
            <ul className="list-disc pl-5">
              {notSigned.map((entry, index) => (
                <li key={String(index)} className="wrap-anywhere">
                  {say(notSignedWords(entry), locale)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {signatures.length > 0 && <Overview signatures={signatures} locale={locale} />}
      {signatures.map((entry, index) => (
        <SignatureCard key={`${entry.field}-${String(index)}`} entry={entry} number={index + 1} locale={locale} />
      ))}
      <AboutFile report={report} sha256={sha256} locale={locale} {...(fileName === undefined ? {} : { fileName })} />
    </>
  )
}

type Row = { key: string; party: string; who: string; when: string; entry: SignatureEntry | null }

/** One row at least for the person and one for the organisation, because a document needs both (NĐ 30/2020 article 5). */
function rowsOf(signatures: readonly SignatureEntry[], locale: Locale): Row[] {
  const own = signatures.filter(({ kind }) => kind === 'signature')
  const rowsFor = (holder: 'person' | 'organisation' | 'unknown') =>
    own
      .filter((entry) => entry.holder === holder)
      .map((entry, index) => ({
        key: `${holder}-${String(index)}`,
        party: say(W[holder], locale),
        who: say(signerWords(entry), locale),
        when: say(signingTimeWords(entry), locale),
        entry,
      }))
  const none = (holder: 'person' | 'organisation', who: string): Row[] => [
    { key: holder, party: say(W[holder], locale), who, when: '—', entry: null },
  ]
  const [persons, organisations] = [rowsFor('person'), rowsFor('organisation')]
  return [
    ...(persons.length > 0 ? persons : none('person', say(W.noneOfPerson, locale))),
    ...(organisations.length > 0 ? organisations : none('organisation', say(W.noneOfOrganisation, locale))),
    ...rowsFor('unknown'),
  ]
}

function Overview({ signatures, locale }: { signatures: readonly SignatureEntry[]; locale: Locale }) {
  return (
    <div className="pt-8">
      <Table
        caption={say(W.overview, locale)}
        keyOf={({ key }) => key}
        rows={rowsOf(signatures, locale)}
        columns={[
          {
            key: 'party',
            header: say(W.party, locale),
            cell: ({ party }) => <span className="whitespace-nowrap">{party}</span>,
            isRowHeader: true,
          },
          { key: 'who', header: say(W.who, locale), cell: ({ who }) => <span className="wrap-anywhere">{who}</span> },
          {
            key: 'when',
            header: say(W.when, locale),
            cell: ({ when }) => <span className="wrap-anywhere">{when}</span>,
          },
          {
            key: 'result',
            header: say(W.result, locale),
            cell: ({ entry }) =>
              entry === null ? (
                '—'
              ) : (
                <span className="whitespace-nowrap">
                  <SignatureBadge entry={entry} locale={locale} />
                </span>
              ),
          },
        ]}
      />
    </div>
  )
}

function AboutFile({ report, fileName, sha256, locale }: Props) {
  const count = report.size.toLocaleString(locale)
  const rows = [
    ...(fileName === undefined ? [] : [{ key: 'name', term: say(W.fileName, locale), value: fileName }]),
    { key: 'size', term: say(W.size, locale), value: say(W.bytes, locale, { count }) },
    { key: 'sha256', term: 'SHA-256', value: sha256 },
    ...(report.fault === null
      ? [{ key: 'revisions', term: say(W.revisions, locale), value: String(report.revisions) }]
      : []),
    { key: 'judged', term: say(W.judgedAt, locale), value: exactMoment(report.judgedAt) },
  ]
  return (
    <section aria-labelledby="ve-tep" className="pt-8">
      <h2 id="ve-tep" className="pb-3 text-xl">
        {say(W.aboutFile, locale)}
      </h2>
      <SummaryList items={rows.map((row) => ({ ...row, value: <span className="wrap-anywhere">{row.value}</span> }))} />
    </section>
  )
}
