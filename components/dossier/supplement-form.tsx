'use client'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { describedBy, Field } from '@/components/ui/field'
import { CountedTextarea } from '@/components/ui/counted-textarea'
import { Input, Select } from '@/components/ui/input'
import { LONGEST, SUPPLEMENT_REASONS } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { DomainError, Issue } from '@/lib/kernel'
import { ActError } from './act-error'
import { DESK_WORDS } from './desk-words'
import { useAct } from './use-act'
import type { ActAction, ActState } from './use-act'
import { DOSSIER_WORDS } from './words'

export type Candidate = { target: 'field' | 'document'; ref: string; label: Text; group: string; answer: string }

type Props = {
  action: ActAction
  seenVersion: number
  candidates: Candidate[]
  submitLabel: string
  locale: Locale
  reloadHref: string
}

/** Every field and document with a box to tick: what is wrong with it and how to mend it; one complete request. */
export function SupplementForm({ action, seenVersion, candidates, submitLabel, locale, reloadHref }: Props) {
  const [state, send, isPending] = useAct(action)
  const groups = [...new Set(candidates.map(({ group }) => group))]
  const error = placeIssues(state, candidates.length)
  return (
    <form action={send} aria-busy={isPending} className="flex flex-col items-start gap-6" noValidate>
      <ActError
        error={error}
        labelOf={(path) => labelOf(path, candidates, locale)}
        locale={locale}
        reloadHref={reloadHref}
      />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <div id="items" tabIndex={-1} className="flex w-full flex-col gap-6">
        {groups.map((group) => (
          <fieldset key={group} className="flex flex-col gap-2">
            <legend className="pb-2 text-lg font-semibold">{group}</legend>
            {candidates.map(
              (candidate, index) =>
                candidate.group === group && (
                  <Item
                    key={candidate.ref}
                    index={index}
                    candidate={candidate}
                    values={state.values}
                    issues={error?.issues ?? []}
                    locale={locale}
                  />
                ),
            )}
          </fieldset>
        ))}
      </div>
      <div className="w-full">
        <Note value={state.values['note'] ?? ''} issues={error?.issues ?? []} locale={locale} />
      </div>
      <Button disabled={isPending}>{submitLabel}</Button>
    </form>
  )
}

function Note({ value, issues, locale }: { value: string; issues: readonly Issue[]; locale: Locale }) {
  const issue = issues.find(({ path }) => path === 'note')
  const error = issue === undefined ? undefined : say(issue.words, locale)
  return (
    <Field id="note" label={say(DESK_WORDS.note, locale)} error={error} locale={locale} isOptional>
      <CountedTextarea
        id="note"
        name="note"
        defaultValue={value}
        max={LONGEST.note}
        locale={locale}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy('note', { error })}
      />
    </Field>
  )
}

/** The server counts ticked items only; its issues belong to the boxes of the form. */
function placeIssues({ error, values }: ActState, count: number): DomainError | null {
  if (error?.issues === undefined) return error
  const ticked = Array.from({ length: count }, (_, index) => index).filter((index) => isTicked(values, index))
  const boxOf = (at: string) => `items.${String(ticked[Number(at)] ?? at)}`
  const issues = error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^items\.(\d+)/, (_, at: string) => boxOf(at)),
  }))
  return { ...error, issues }
}

/** What the form calls the place of an issue: an answer about one item by the item's name and its own. */
function labelOf(path: string, candidates: readonly Candidate[], locale: Locale): string | undefined {
  if (path === 'note') return say(DESK_WORDS.note, locale)
  const candidate = candidates[Number(/^items\.(\d+)\.howToMend$/.exec(path)?.[1])]
  return candidate && `${say(candidate.label, locale)} – ${say(DOSSIER_WORDS.howToMend, locale)}`
}

const isTicked = (values: Record<string, string>, index: number) => values[`items.${String(index)}.on`] === '1'

type ItemProps = {
  index: number
  candidate: Candidate
  values: Record<string, string>
  issues: readonly Issue[]
  locale: Locale
}

function Item({ index, candidate, values, issues, locale }: ItemProps) {
  const name = (part: string) => `items.${String(index)}.${part}`
  const typedValue = (part: string) => values[name(part)]
  const howToMend = name('howToMend')
  const issue = issues.find(({ path }) => path === howToMend)
  const error = issue === undefined ? undefined : say(issue.words, locale)
  const hint = say(DESK_WORDS.howToMendHint, locale)
  return (
    <div className="group/item">
      <Choice
        type="checkbox"
        name={name('on')}
        value="1"
        defaultChecked={typedValue('on') === '1'}
        label={say(candidate.label, locale)}
        hint={<span className="text-sm wrap-anywhere">{candidate.answer}</span>}
      />
      <input type="hidden" name={name('target')} value={candidate.target} />
      <input type="hidden" name={name('ref')} value={candidate.ref} />
      <div className="hidden gap-3 py-3 pl-4 group-has-[input:checked]/item:grid md:grid-cols-[14rem_1fr]">
        <Reason name={name('reason')} value={typedValue('reason')} locale={locale} />
        <Field id={howToMend} label={say(DOSSIER_WORDS.howToMend, locale)} hint={hint} error={error} locale={locale}>
          <Input
            id={howToMend}
            name={howToMend}
            defaultValue={typedValue('howToMend') ?? ''}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={describedBy(howToMend, { hint, error })}
          />
        </Field>
      </div>
    </div>
  )
}

function Reason({ name, value, locale }: { name: string; value: string | undefined; locale: Locale }) {
  return (
    <Field id={name} label={say(DOSSIER_WORDS.reason, locale)} locale={locale}>
      <Select id={name} name={name} defaultValue={value ?? 'missing'} key={value ?? ''}>
        {Object.entries(SUPPLEMENT_REASONS).map(([reason, words]) => (
          <option key={reason} value={reason}>
            {say(words, locale)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
