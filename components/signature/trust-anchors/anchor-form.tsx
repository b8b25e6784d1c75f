'use client'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate } from '@/lib/calendar'
import { errorWords } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { ANCHOR_SETS, exactMoment } from '@/lib/signing'
import type { AnchorState } from '@/lib/signing'
import { TRUST_WORDS as W } from './trust-words'

type Props = {
  add: (state: AnchorState, form: FormData) => Promise<AnchorState>
  typed: Record<string, string>
  locale: Locale
}

/** Two steps: a file and where it comes from; then its fingerprint, to be compared before it is trusted. */
export function AnchorForm({ add, typed, locale }: Props) {
  const [state, action] = useActionState(add, null)
  return (
    <form action={action} className="flex flex-col items-start gap-6">
      {state !== null && 'error' in state && (
        <Notice tone="bad" title={errorWords(state.error, locale)} locale={locale} isLive />
      )}
      {state !== null && 'preview' in state ? (
        <Confirm preview={state.preview} locale={locale} />
      ) : (
        <Choose typed={state?.typed ?? typed} locale={locale} />
      )}
    </form>
  )
}

function Choose({ typed, locale }: { typed: Record<string, string>; locale: Locale }) {
  const [fileHint, sourceHint] = [say(W.fileHint, locale), say(W.sourceHint, locale)]
  return (
    <>
      <div className="w-full">
        <Field id="tep" label={say(W.file, locale)} hint={fileHint} locale={locale}>
          <FileInput
            id="tep"
            name="tep"
            accept=".cer,.crt,.der,.pem"
            aria-describedby={describedBy('tep', { hint: fileHint })}
            locale={locale}
          />
        </Field>
      </div>
      <Field id="set" label={say(W.set, locale)} locale={locale}>
        <Select id="set" name="set" key={typed['set']} defaultValue={typed['set']}>
          {Object.entries(ANCHOR_SETS).map(([set, words]) => (
            <option key={set} value={set}>
              {say(words, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="source" label={say(W.source, locale)} hint={sourceHint} locale={locale}>
        <Input
          {...{ id: 'source', name: 'source', required: true }}
          defaultValue={typed['source']}
          minLength={5}
          maxLength={300}
          aria-describedby={describedBy('source', { hint: sourceHint })}
        />
      </Field>
      <Day name="from" typed={typed} locale={locale} />
      <Day name="to" typed={typed} locale={locale} />
      <Button variant="secondary">{say(W.preview, locale)}</Button>
    </>
  )
}

function Day({ name, typed, locale }: { name: 'from' | 'to'; typed: Record<string, string>; locale: Locale }) {
  const hint = say(W[`${name}Hint`], locale)
  return (
    <Field id={name} label={say(W[name], locale)} hint={hint} locale={locale} isOptional>
      <Input
        id={name}
        name={name}
        type="date"
        width="medium"
        defaultValue={typed[name]}
        aria-describedby={describedBy(name, { hint })}
      />
    </Field>
  )
}

type Preview = Extract<AnchorState, { preview: unknown }>['preview']

function Confirm({ preview, locale }: { preview: Preview; locale: Locale }) {
  const { name, fingerprint, notBefore, notAfter, set, source, from, to, certificate } = preview
  const validity = [notBefore, notAfter].map((at) => exactMoment(at.toISOString())).join(' – ')
  const rows = [
    { key: 'name', term: say(W.name, locale), value: name },
    { key: 'set', term: say(W.set, locale), value: say(ANCHOR_SETS[set], locale) },
    { key: 'fingerprint', term: say(W.fingerprint, locale), value: fingerprint.match(/../g)?.join(':') ?? '' },
    { key: 'validity', term: say(W.validity, locale), value: validity },
    { key: 'source', term: say(W.source, locale), value: source },
    { key: 'from', term: say(W.from, locale), value: from === undefined ? say(W.now, locale) : formatDate(from) },
    { key: 'to', term: say(W.to, locale), value: to === undefined ? say(W.noEnd, locale) : formatDate(to) },
  ]
  return (
    <>
      <Notice tone="warn" title={say(W.compare, locale)} locale={locale} isLive />
      <SummaryList items={rows.map((row) => ({ ...row, value: <span className="wrap-anywhere">{row.value}</span> }))} />
      <input type="hidden" name="chung-thu" value={certificate} />
      <input type="hidden" name="set" value={set} />
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="from" value={from ?? ''} />
      <input type="hidden" name="to" value={to ?? ''} />
      <Button name="xac-nhan" value="1">
        {say(W.confirm, locale)}
      </Button>
    </>
  )
}
