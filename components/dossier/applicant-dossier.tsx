import { Column } from '@/components/layout/frame'
import { feeTotal } from '@/components/procedure/money'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Stepper } from '@/components/ui/stepper'
import { paths, STAGES, stageOf } from '@/lib/dossiers'
import type { Dossier, SupplementRound } from '@/lib/dossiers'
import { errorWords } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { AnswerSections } from './answer-sections'
import { APPLICANT_WORDS as A } from './applicant-words'
import { openRound, WithdrawalRequest } from './awaited'
import { Closed } from './closed'
import { documentName, needsSignature } from './document-name'
import type { DossierPageView } from './dossier-page-view'
import { FileList } from './file-list'
import { History } from './history'
import { Holder } from './holder'
import { momentText } from './moment-text'
import { PaperList } from './paper-list'
import { Section } from './section'
import { StateBadge } from './state-badge'
import { roundTitle, SupplementRoundView } from './supplement-round'
import { TermPassed } from './term-passed'
import { DOSSIER_WORDS as W } from './words'

type Props = { view: DossierPageView; done: string | undefined; locale: Locale }

/** The applicant's page of one dossier: how far it is, who holds it until when and why, what is asked, what came back. */
export function ApplicantDossier({ view, done, locale }: Props) {
  const { dossier, rounds, commands } = view
  const open = openRound(rounds)
  return (
    <Column>
      <Head dossier={dossier} locale={locale} />
      <DoneMessage dossier={dossier} done={done} locale={locale} />
      <Result view={view} locale={locale} />
      <Closed dossier={dossier} locale={locale} />
      <TermPassed view={view} locale={locale} />
      <WithdrawalRequest view={view} locale={locale} />
      {open !== undefined && <OpenRound round={open} {...{ dossier, commands, locale }} />}
      <Progress dossier={dossier} locale={locale} />
      <Section id="nguoi-giu" title={say(W.whereIsIt, locale)}>
        <Holder
          {...view}
          isCountedOverdue={false}
          agencyName={view.agency?.name ?? null}
          unitName={view.unit?.name ?? null}
          locale={locale}
        />
        <p className="pt-4">
          <a href={paths.lookUp(codeOf(dossier))}>{say(A.lookUpLink, locale)}</a>
        </p>
      </Section>
      <Kept view={view} locale={locale} />
      {commands.includes('withdraw') && (
        <p className="pt-8">
          <LinkButton href={paths.withdraw(dossier.id)} variant="danger">
            {say(A.withdraw, locale)}
          </LinkButton>
        </p>
      )}
    </Column>
  )
}

const codeOf = ({ dossierCode, submissionCode }: Dossier) => dossierCode ?? submissionCode

function Head({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  return (
    <PageHeader
      breadcrumb={<Breadcrumb locale={locale} items={[{ label: say(A.mine, locale), href: paths.mine() }]} />}
      title={say(dossier.procedureName, locale)}
      tab={`${codeOf(dossier)} – ${say(dossier.procedureName, locale)}`}
      marks={<StateBadge state={dossier.state} locale={locale} />}
      lead={
        <>
          {say(dossier.dossierCode === null ? W.submissionCode : W.code, locale)}:{' '}
          <strong className="wrap-anywhere">{codeOf(dossier)}</strong>
        </>
      }
    />
  )
}

type PartProps = { view: DossierPageView; locale: Locale }

function Kept({ view, locale }: PartProps) {
  if (view.isClosed)
    return (
      <>
        <Past view={view} locale={locale} />
        <div className="pt-8">
          <Notice tone="info" locale={locale} title={errorWords({ code: 'filed-by-a-person' }, locale)} />
        </div>
      </>
    )
  return (
    <>
      <Papers view={view} locale={locale} />
      <Past view={view} locale={locale} />
      <Contents view={view} locale={locale} />
    </>
  )
}

function Papers({ view, locale }: PartProps) {
  return (
    <Section id="van-ban" title={say(W.papers, locale)}>
      {view.documents.length === 0 ? (
        <p className="text-ink-soft">{say(A.paperSoon, locale)}</p>
      ) : (
        <PaperList papers={view.documents} locale={locale} />
      )}
    </Section>
  )
}

function Past({ view, locale }: PartProps) {
  return (
    <>
      <Section id="qua-trinh" title={say(W.history, locale)}>
        <History items={view.history} locale={locale} />
      </Section>
      {view.rounds
        .filter((round) => round !== openRound(view.rounds))
        .map((round) => (
          <Section key={round.id} id={`bo-sung-${String(round.number)}`} title={roundTitle(round, locale)}>
            <SupplementRoundView round={round} locale={locale} />
          </Section>
        ))}
    </>
  )
}

function Contents({ view, locale }: PartProps) {
  const { dossier, definition } = view
  return (
    <>
      <Section id="giay-to" title={say(W.files, locale)}>
        <FileList
          files={view.files}
          verdicts={view.verdicts}
          locale={locale}
          nameOf={(code) => documentName(definition, code)}
          isSigned={(code) => needsSignature(definition, code)}
        />
      </Section>
      <Section id="noi-dung" title={say(W.answers, locale)}>
        <p className="pb-4">
          {say(W.fee, locale)}: {feeTotal(dossier.fee.total, locale)}
        </p>
        <AnswerSections sections={view.answers} locale={locale} />
      </Section>
    </>
  )
}

function DoneMessage({ dossier, done, locale }: { dossier: Dossier; done: string | undefined; locale: Locale }) {
  if (done === 'nop') {
    return (
      <Notice tone="good" locale={locale} isLive title={say(A.submitted, locale, { code: dossier.submissionCode })}>
        <p>{say(A.submittedWords, locale, { at: momentText(dossier.intakeDueAt, locale) })}</p>
      </Notice>
    )
  }
  const words = done === 'bo-sung' ? A.supplementSent : done === 'rut' ? A.withdrawn : null
  return words === null ? null : <Notice tone="good" locale={locale} isLive title={say(words, locale)} />
}

type OpenRoundProps = Pick<DossierPageView, 'dossier' | 'commands'> & { round: SupplementRound; locale: Locale }

function OpenRound({ round, dossier, commands, locale }: OpenRoundProps) {
  return (
    <div className="pt-6">
      <Notice tone="warn" locale={locale} title={roundTitle(round, locale)}>
        <div className="pt-2">
          {round.isTermPassed && <p className="pb-2 font-semibold">{say(A.supplementPassed, locale)}</p>}
          <SupplementRoundView round={round} locale={locale} />
          {commands.includes('supplement') && (
            <form method="post" action={paths.dossier(dossier.id)} className="pt-4">
              <Button>{say(A.supplementNow, locale)}</Button>
            </form>
          )}
        </div>
      </Notice>
    </div>
  )
}

function Progress({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  const reached = stageOf(dossier.state, dossier.acceptedAt !== null)
  const steps = STAGES.map((stage, index) => ({
    key: stage.vi,
    label: say(stage, locale),
    status:
      index + 1 < reached || dossier.state === 'result_returned'
        ? ('done' as const)
        : index + 1 === reached
          ? ('current' as const)
          : ('todo' as const),
  }))
  return (
    <div className="pt-6">
      <Stepper label={say(W.state, locale)} steps={steps} locale={locale} />
    </div>
  )
}

/** What the whole thing was for, as soon as it is there. */
function Result({ view, locale }: { view: DossierPageView; locale: Locale }) {
  const paper = view.documents.findLast(({ kind }) => kind === 'result')
  if (view.dossier.state !== 'result_returned' || paper === undefined) return null
  return (
    <Notice tone="good" locale={locale} title={say(A.resultReady, locale)}>
      <p>{say(A.resultReadyWords, locale)}</p>
      <p className="pt-3">
        <LinkButton href={paths.issuedDocument(paper.id)}>{say(A.downloadResult, locale)}</LinkButton>
      </p>
    </Notice>
  )
}
