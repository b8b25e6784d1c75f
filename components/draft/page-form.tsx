'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { MouseEvent, SyntheticEvent } from 'react'
import { FormErrors } from '@/components/form/error-summary'
import { Question } from '@/components/form/question'
import { Button } from '@/components/ui/button'
import { keepPage, readForm, seenEntry, seenIn } from '@/lib/forms'
import type { Answers, FormDefinition, Page, Scope } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { useAutosave } from './autosave'
import type { SaveStatus } from './autosave'
import { forgetKept, keptTyping } from './kept-typing'
import { Disputes } from './disputes'
import type { Dispute } from './disputes'
import { rowsAfter } from './rows-after'
import { SaveLine } from './save-line'
import type { Seen } from './seen-answers'
import { useAnswers } from './use-answers'
import { useFirstLook } from './use-first-look'
import { useFocusOn } from './use-focus'
import { useJudgement } from './use-judgement'

type PageFormProps = {
  definition: FormDefinition
  pageId: string
  scope: Scope
  seen: Seen
  /** Questions that have two contents. */
  disputes: Dispute[]
  /** What the server found wrong with the page as it was sent. */
  issues: Issue[]
  /** Where the page is sent, which keeps it and says where to go on: without script by a redirect, with it by an address. */
  action: string
  /** Where single answers are kept as they are typed. */
  saveUrl: string
  signInHref: string
  submitLabel: Text
  locale: Locale
}

type Props = PageFormProps & { page: Page }

/** One page of questions. Plain HTML without script; with it: judged while typing, saved field by field, questions that appear at once. */
export function PageForm(props: PageFormProps) {
  const page = props.definition.pages.find(({ id }) => id === props.pageId)
  if (page === undefined) throw new Error(`the form has no page ${props.pageId}`)
  return <Questions {...props} page={page} />
}

function Questions(props: Props) {
  const { page, seen: seenMarks, disputes, signInHref, submitLabel, locale } = props
  const { live, turns, found: issues, shown, register, followProvince, status, wiring } = usePage(props)
  const reader = readForm(props.definition, live)
  return (
    <form
      {...wiring}
      method="post"
      encType="multipart/form-data"
      onMouseDown={leaveFocus}
      onClick={takeFocus}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-7"
    >
      {Object.entries(seenMarks).map(([id, mark]) => {
        const [name, value] = seenEntry(id, mark)
        return <input key={id} type="hidden" name={name} value={value} />
      })}
      <FormErrors issues={shown} locale={locale} />
      <Disputes disputes={disputes} locale={locale} />
      {page.fields
        .filter((field) => reader.isShown(field))
        .map((field) => (
          <Question
            {...{ field, locale, followProvince, scope: live, issues: issues, bind: register }}
            key={`${field.id} ${String(turns[field.id] ?? 0)}`}
            name={field.id}
            value={live.answers[field.id]}
          />
        ))}
      <div>
        <Button>{say(submitLabel, locale)}</Button>
      </div>
      <div className="sticky bottom-0 border-t border-line bg-page py-1.5">
        <SaveLine status={status} fields={page.fields} signInHref={signInHref} locale={locale} />
      </div>
    </form>
  )
}

/** An input left for a button or a box is judged after the press: told before, its refusal would move them from under the pointer. */
function leaveFocus(event: MouseEvent<HTMLFormElement>) {
  if (event.target instanceof Element && event.target.closest('button, label') !== null) event.preventDefault()
}

/** A box that was pressed has the focus all the same. */
function takeFocus({ target }: MouseEvent<HTMLFormElement>) {
  if (target instanceof HTMLInputElement && target.closest('label') !== null) target.focus()
}

/** What stands on the page and what its form does: with script nothing of it is drawn by the server again while it is open. */
function usePage(props: Props) {
  const { definition, page } = props
  const { element, live, takeUp, redraw, saver, judged, status, ...drawn } = useLivePage(props)
  const { send, isCutOff } = useSending(props, { saver, judged })
  const focusOn = useFocusOn()
  useFirstLook(element, (inputs) => {
    takeUp(inputs.flatMap((input) => fieldOf(page, input)?.id ?? []))
  })
  useKeptBefore(props, ({ form, fieldIds }) => {
    saver.seen.before(seenIn(form), fieldIds)
    redraw(keepPage(definition, page.id, form, live), fieldIds)
    focusOn({ id: location.hash.slice(1), isTyping: true })
  })

  function typed(event: SyntheticEvent<HTMLFormElement>) {
    const field = fieldOf(page, event.target)
    if (field !== undefined) takeUp([field.id])
  }

  function submitted(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent
    const rows = rowsAfter(definition, page.id, new FormData(event.currentTarget, submitter), live)
    if (rows === null) {
      send(event)
      return
    }
    redraw(rows.answers, [rows.group])
    focusOn(rows.next)
  }

  const wiring = { ref: element, action: props.action, onSubmit: submitted, onInput: typed, onChange: typed }
  const shownStatus: SaveStatus = isCutOff ? { kind: 'offline' } : status
  return { ...drawn, live, status: shownStatus, wiring }
}

/** The answers as they stand in the browser, judged and saved as they change. */
function useLivePage(props: Props) {
  const { definition, page, scope, saveUrl } = props
  const element = useRef<HTMLFormElement>(null)
  const { live, setAnswers, followProvince } = useAnswers(scope)
  const { register, forget, judged, found: issues, shown } = useJudgement(props, live, element)
  const { status, saver } = useAutosave(saveUrl, element, props)
  const { turns, redraw } = useRedrawing((answers, fieldIds) => {
    setAnswers(answers)
    forget([...fieldIds])
    saver.changed(fieldIds)
  })
  const takeUp = (fieldIds: readonly string[]) => {
    setAnswers(keepPage(definition, page.id, new FormData(element.current ?? undefined), live))
    saver.changed(fieldIds)
  }
  return { element, live, takeUp, redraw, turns, followProvince, register, judged, found: issues, shown, status, saver }
}

/** Inputs keep what is typed in them; a question whose answer changed otherwise is drawn anew. */
function useRedrawing(change: (answers: Answers, fieldIds: readonly string[]) => void) {
  const [turns, setTurns] = useState<Readonly<Record<string, number>>>({})
  const redraw = (answers: Answers, fieldIds: readonly string[]) => {
    change(answers, fieldIds)
    setTurns((before) => ({ ...before, ...Object.fromEntries(fieldIds.map((id) => [id, (before[id] ?? 0) + 1])) }))
  }
  return { turns, redraw }
}

type Saving = Pick<ReturnType<typeof useAutosave>, 'saver'> & Pick<ReturnType<typeof useJudgement>, 'judged'>

/** The address of what follows; null where nobody is signed in any more. */
async function sendPage(url: string, form: FormData): Promise<string | null> {
  const answer = await fetch(url, { method: 'POST', body: form, headers: { accept: 'application/json' } })
  if (answer.status === 401) return null
  const body: unknown = await answer.json()
  if (typeof body !== 'object' || body === null || !('next' in body)) throw new Error(String(answer.status))
  return String(body.next)
}

/**
 * Sends the whole page once nothing of it is under way any more, then loads the page that follows: as a document of its
 * own, so that Back asks the server, which knows what was typed, and not a copy that does not.
 */
function useSending({ page, action }: Props, { saver, judged }: Saving) {
  const [isCutOff, setIsCutOff] = useState(false)
  const go = async (data: () => FormData) => {
    setIsCutOff(false)
    const { seen: seenEntries, goOn } = await saver.hold()
    const form = data()
    form.delete('_seen')
    for (const [name, value] of seenEntries) form.append(name, value)
    const next = await sendPage(action, form).catch(() => undefined)
    if (typeof next === 'string') {
      location.assign(next)
      return
    }
    setIsCutOff(next === undefined)
    goOn()
    if (next === null) saver.changed(page.fields.map(({ id }) => id))
  }
  function send(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    const form = event.currentTarget
    const { submitter } = event.nativeEvent
    const sent = () => go(() => new FormData(form, submitter))
    // Only "go on" asks for a verdict.
    if (submitter instanceof HTMLButtonElement && submitter.name.startsWith('_')) void sent()
    else void judged(sent)(event)
  }
  return { send, isCutOff }
}

/** What an earlier visit could not save stands in the inputs again, and is saved. */
function useKeptBefore({ saveUrl }: Props, putBack: (typing: NonNullable<ReturnType<typeof keptTyping>>) => void) {
  const restore = useEffectEvent(() => {
    const typing = keptTyping(saveUrl)
    if (typing === null) return
    forgetKept(saveUrl)
    putBack(typing)
  })
  useEffect(() => {
    restore()
  }, [saveUrl])
}

/** The question an input belongs to. */
function fieldOf(page: Page, target: EventTarget) {
  const isInput =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  const name = isInput ? target.name : ''
  return page.fields.find(({ id }) => name === id || name.startsWith(`${id}.`))
}
