import { Button, LinkButton } from '@/components/ui/button'
import { actPageOf, OPERATIONS, paths } from '@/lib/dossiers'
import type { Command, Dossier, DossierResult } from '@/lib/dossiers'
import { LEADER_WORDS } from '@/components/signature/batch/leader-words'
import { errorLine } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { ActForm } from './act-form'
import type { ActAction } from './use-act'
import type { ActFieldSpec } from './act-field'
import { ACT_LEADS, DESK_WORDS } from './desk-words'
import { sentBackReason } from './sent-back'

type Props = {
  dossier: Dossier
  result: DossierResult | null
  commands: Command[]
  hindered: { command: Command; error: DomainError }[]
  /** Units an accepted dossier can go to. */
  units: { id: string; name: string; isUsual: boolean }[]
  actionOf: (command: Command) => ActAction
  /** Begins the signature that approves; null where approving is one plain act. */
  sign: (() => Promise<void>) | null
  locale: Locale
}

const WEIGHTY: readonly Command[] = ['rejectIntake', 'closeUnanswered', 'refuseWithdrawal']

const weightyLast = (command: Command, other: Command) =>
  Number(WEIGHTY.includes(command)) - Number(WEIGHTY.includes(other))

/** What the viewer may do now: a button where that is enough, a link where something has to be said. */
export function ActBar({ dossier, result, commands, hindered, units, actionOf, sign, locale }: Props) {
  if (commands.length + hindered.length === 0) return <p className="text-ink-soft">{say(DESK_WORDS.noActs, locale)}</p>
  const isSigned = sign !== null && commands.includes('approve')
  const simple = commands.filter((command) => actPageOf(command) === null && !(isSigned && command === 'approve'))
  const mustMend = commands.includes('draftResult') && sentBackReason(result) !== null
  const paged = commands
    .filter((command) => actPageOf(command) !== null && !(mustMend && command === 'draftResult'))
    .sort(weightyLast)
  return (
    <div className="flex flex-col gap-5">
      {isSigned && <SignToApprove sign={sign} locale={locale} />}
      {mustMend && <MendDraft id={dossier.id} locale={locale} />}
      {simple.map((command, index) => {
        const lead = ACT_LEADS[command]
        return (
          <ActForm
            key={command}
            action={actionOf(command)}
            seenVersion={dossier.version}
            fields={command === 'accept' ? unitField(units, locale) : []}
            submit={{
              label: say(OPERATIONS[command].words, locale),
              variant: WEIGHTY.includes(command) ? 'danger' : index === 0 && !mustMend ? 'primary' : 'secondary',
            }}
            locale={locale}
            reloadHref={paths.officerDossier(dossier.id)}
          >
            {lead !== undefined && <p className="text-ink-soft">{say(lead, locale)}</p>}
          </ActForm>
        )
      })}
      {paged.length > 0 && <PagedActs id={dossier.id} commands={paged} locale={locale} />}
      <NotYet acts={hindered} locale={locale} />
    </div>
  )
}

/** Acts that would fail now: why, and what has to come first, in place of a button. */
function NotYet({ acts, locale }: { acts: Props['hindered']; locale: Locale }) {
  if (acts.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-ink-soft">
      {acts.map(({ command, error }) => (
        <li key={command}>
          {say(OPERATIONS[command].words, locale)}: {errorLine(error, locale)}
        </li>
      ))}
    </ul>
  )
}

function PagedActs({ id, commands, locale }: { id: string; commands: Command[]; locale: Locale }) {
  return (
    <div className="flex flex-wrap gap-3">
      {commands.map((command) => (
        <LinkButton
          key={command}
          href={paths.officerAct(id, actPageOf(command) ?? '')}
          variant={WEIGHTY.includes(command) ? 'danger' : 'secondary'}
        >
          {say(OPERATIONS[command].words, locale)}
        </LinkButton>
      ))}
    </div>
  )
}

/** A draft that was sent back is corrected before anything else is done with it. */
function MendDraft({ id, locale }: { id: string; locale: Locale }) {
  return (
    <p>
      <LinkButton href={paths.officerAct(id, actPageOf('draftResult') ?? '')}>
        {say(DESK_WORDS.mendDraft, locale)}
      </LinkButton>
    </p>
  )
}

function SignToApprove({ sign, locale }: { sign: () => Promise<void>; locale: Locale }) {
  return (
    <form action={sign} className="flex flex-col items-start gap-5">
      <p className="text-ink-soft">{say(LEADER_WORDS.signToApproveLead, locale)}</p>
      <Button>{say(LEADER_WORDS.signToApprove, locale)}</Button>
    </form>
  )
}

/** Asked where there is a choice; what the procedure names is chosen beforehand, a guess never is. */
function unitField(units: Props['units'], locale: Locale): ActFieldSpec[] {
  if (units.length < 2) return []
  const options = units.map(({ id, name }) => ({ value: id, label: name }))
  const defaultValue = units.find(({ isUsual }) => isUsual)?.id ?? ''
  return [{ kind: 'select', name: 'unitId', label: say(DESK_WORDS.forwardTo, locale), options, defaultValue }]
}
