'use client'
import { unstable_rethrow } from 'next/navigation'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useForm } from 'react-hook-form'
import { FormErrors } from '@/components/form/error-summary'
import { pageResolver } from '@/components/form/page-resolver'
import { Question } from '@/components/form/question'
import { Button } from '@/components/ui/button'
import { keepPage, readForm } from '@/lib/forms'
import type { FormDefinition, Page, Place, Scope } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { sendKept, useAutosave } from './autosave'
import { SaveLine } from './save-line'
import { DRAFT_WORDS } from './words'

type Props = {
  definition: FormDefinition
  page: Page
  scope: Scope
  /** What the server found wrong with the page as it was sent. */
  issues: Issue[]
  action: (form: FormData) => Promise<void>
  saveUrl: string
  signInHref: string
  locale: Locale
}

/** One page of questions. Plain HTML without script; with it: judged while typing, saved field by field, questions that appear at once. */
export function PageForm(props: Props) {
  const { definition, page, scope, action, saveUrl, signInHref, locale } = props
  const [answers, setAnswers] = useState(scope.answers)
  const live = useMemo(() => ({ ...scope, answers }), [scope, answers])
  const { element, register, send, found, shown, isCutOff } = useJudgement(props, live)
  const { status, changed } = useAutosave(saveUrl)
  useKeptBefore(saveUrl)
  const reader = readForm(definition, live)

  function typed(event: SyntheticEvent<HTMLFormElement>) {
    const field = fieldOf(page, event.target)
    if (field === undefined) return
    setAnswers(keepPage(definition, page.id, new FormData(event.currentTarget), live))
    changed(event.currentTarget, field.id)
  }

  const wiring = { ref: element, action, onSubmit: send, onInput: typed, onChange: typed }
  return (
    <form {...wiring} noValidate className="flex flex-col gap-7">
      <FormErrors issues={shown} locale={locale} />
      {page.fields
        .filter((field) => reader.isShown(field))
        .map((field) => (
          <Question
            {...{ field, locale, loadWards, scope: live, issues: found, bind: register }}
            key={field.id}
            name={field.id}
            value={answers[field.id]}
          />
        ))}
      <div>
        <Button>{say(DRAFT_WORDS.next, locale)}</Button>
      </div>
      <div className="sticky bottom-0 border-t border-line bg-page py-1.5">
        <SaveLine status={isCutOff ? { kind: 'offline' } : status} signInHref={signInHref} locale={locale} />
      </div>
    </form>
  )
}

/** The verdict on the page as it stands in the browser, by the server's own schema; until it is asked for, what the server said. */
function useJudgement({ definition, page, issues, action, locale }: Props, live: Scope) {
  const element = useRef<HTMLFormElement>(null)
  const [isCutOff, setIsCutOff] = useState(false)
  const { register, handleSubmit, formState } = useForm({
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: () => pageResolver(definition, page.id, live, locale)(new FormData(element.current ?? undefined)),
  })
  const { submitCount, isSubmitted, isDirty, errors } = formState
  useEffect(() => {
    // The summary is there only once the refusal is drawn.
    if (submitCount > 0) document.getElementById('error-summary')?.focus()
  }, [submitCount])

  function send(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent
    const data = new FormData(event.currentTarget, submitter)
    const go = () => {
      startTransition(async () => {
        setIsCutOff(false)
        try {
          await action(data)
        } catch (fault) {
          // A redirect travels as a fault, too; anything else leaves the page as it is, and the person is told.
          unstable_rethrow(fault)
          setIsCutOff(true)
        }
      })
    }
    // A button that only adds or removes a row asks for no verdict.
    if (submitter instanceof HTMLButtonElement && submitter.name.startsWith('_')) go()
    else void handleSubmit(go)(event)
  }

  const found = isSubmitted || isDirty ? flatten(errors) : issues
  return { element, register, send, found, shown: isSubmitted ? found : issues, isCutOff }
}

/** What an earlier visit could not save goes first; then the page is read again as it now is. */
function useKeptBefore(saveUrl: string) {
  useEffect(() => {
    void sendKept(saveUrl).then((sent) => {
      if (sent) location.reload()
    })
  }, [saveUrl])
}

/** The question an input belongs to. */
function fieldOf(page: Page, target: EventTarget) {
  const isInput =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  const name = isInput ? target.name : ''
  return page.fields.find(({ id }) => name === id || name.startsWith(`${id}.`))
}

async function loadWards(provinceCode: string): Promise<readonly Place[]> {
  const answer = await fetch(`/api/dia-ban/${encodeURIComponent(provinceCode)}`)
  const body: unknown = answer.ok ? await answer.json() : []
  return Array.isArray(body) ? body.flatMap((place: unknown) => (isPlace(place) ? [place] : [])) : []
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'code' in value && 'name' in value
}

/** react-hook-form's nested errors as issues by path. */
function flatten(errors: unknown, path = ''): Issue[] {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string') {
    const code = 'type' in errors ? String(errors.type) : 'invalid'
    return [{ path, code, words: { vi: errors.message, en: errors.message } }]
  }
  const inner = Object.entries(errors).filter(([key]) => key !== 'ref' && key !== 'root')
  return inner.flatMap(([key, error]) => flatten(error, path === '' ? key : `${path}.${key}`))
}
