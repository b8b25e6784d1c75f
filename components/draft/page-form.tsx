'use client'
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
export function PageForm({ definition, page, scope, issues, action, saveUrl, signInHref, locale }: Props) {
  const element = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState(scope.answers)
  const live = useMemo(() => ({ ...scope, answers }), [scope, answers])
  const { register, handleSubmit, formState } = useForm({
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: () => pageResolver(definition, page.id, live, locale)(new FormData(element.current ?? undefined)),
  })
  const { status, changed } = useAutosave(saveUrl)
  useEffect(() => {
    void sendKept(saveUrl).then((sent) => {
      if (sent) location.reload()
    })
  }, [saveUrl])
  const { submitCount } = formState
  useEffect(() => {
    // The summary is there only once the refusal is drawn.
    if (submitCount > 0) document.getElementById('error-summary')?.focus()
  }, [submitCount])
  const found = formState.isSubmitted || formState.isDirty ? flatten(formState.errors) : issues
  const shown = formState.isSubmitted ? found : issues
  const reader = readForm(definition, live)

  function typed(event: SyntheticEvent<HTMLFormElement>) {
    const { target } = event
    const name =
      target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
        ? target.name
        : ''
    const field = page.fields.find(({ id }) => name === id || name.startsWith(`${id}.`))
    if (field === undefined) return
    setAnswers(keepPage(definition, page.id, new FormData(event.currentTarget), live))
    changed(event.currentTarget, field.id)
  }

  function send(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault()
    const form = event.currentTarget
    const { submitter } = event.nativeEvent
    const data = new FormData(form, submitter)
    const go = () => {
      startTransition(() => action(data))
    }
    if (submitter instanceof HTMLButtonElement && submitter.name.startsWith('_')) go()
    else void handleSubmit(go)(event)
  }

  return (
    <form
      ref={element}
      action={action}
      onSubmit={send}
      onInput={typed}
      onChange={typed}
      noValidate
      className="flex flex-col gap-7"
    >
      <FormErrors issues={shown} locale={locale} />
      {page.fields
        .filter((field) => reader.isShown(field))
        .map((field) => (
          <Question
            key={field.id}
            field={field}
            name={field.id}
            value={answers[field.id]}
            issues={found}
            locale={locale}
            scope={live}
            bind={register}
            loadWards={loadWards}
          />
        ))}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-page py-3">
        <Button>{say(DRAFT_WORDS.next, locale)}</Button>
        <SaveLine status={status} signInHref={signInHref} locale={locale} />
      </div>
    </form>
  )
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
