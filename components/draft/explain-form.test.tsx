import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { LONGEST } from '@/lib/dossiers'
import { freeText, parseForm } from '@/lib/kernel'
import { ExplainForm } from './explain-form'

const ITEM = 'field:licence.number'
const LONG = `Số này đúng. ${'x'.repeat(LONGEST.explanation)}`

function drawn(about: string, explanation: string | null): string {
  const form = new FormData()
  form.set('lyDo', LONG)
  const parsed = parseForm(z.object({ lyDo: freeText({ max: LONGEST.explanation }) }), form)
  const error = parsed.ok ? null : parsed.error
  const refused = { error, values: { muc: ITEM, lyDo: LONG } }
  const action = () => Promise.resolve(refused)
  return renderToStaticMarkup(
    <ExplainForm {...{ action, refused, about, explanation }} reviewHref="/xem-lai" locale="vi" />,
  )
}

it('keeps an explanation that is too long, says how long it is and may be, and is open at it', () => {
  const page = drawn(ITEM, null)
  expect(page).toContain('<details open=""')
  expect(page).toContain(`Mục này dài ${String(LONG.length)} ký tự, nhiều nhất là 4000.`)
  expect(page).toContain(LONG)
  expect(page).toContain(`href="#ly-do-${ITEM}"`)
  // A browser would cut what is pasted in silence.
  expect(page).not.toContain('maxLength')
})

it('says nothing of it beside another item', () => {
  const page = drawn('document:GKSK', 'Giấy này còn hạn.')
  expect(page).not.toContain('ký tự')
  expect(page).not.toContain('<details open')
  expect(page).toContain('Giấy này còn hạn.')
})
