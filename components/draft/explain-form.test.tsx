import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { LONGEST } from '@/lib/dossiers'
import { refusalOf } from '@/lib/errors'
import { freeText, parseForm } from '@/lib/kernel'
import { ExplainForm } from './explain-form'

const ITEM = 'field:licence.number'
const LONG = `Số này đúng. ${'x'.repeat(LONGEST.explanation)}`

function tooLong() {
  const form = new FormData()
  form.set('lyDo', LONG)
  const parsed = parseForm(z.object({ lyDo: freeText({ max: LONGEST.explanation }) }), form)
  return parsed.ok ? null : { refusal: refusalOf(parsed.error, 'vi'), typed: LONG }
}

function drawn(about: string, explanation: string | null, refused: ReturnType<typeof tooLong> = null): string {
  return renderToStaticMarkup(<ExplainForm {...{ refused, about, explanation }} action="/xem-lai" locale="vi" />)
}

it('keeps an explanation that is too long, says how long it is and may be, and is open at it', () => {
  const page = drawn(ITEM, null, tooLong())
  expect(page).toContain('<details open=""')
  expect(page).toContain(`Mục này dài ${String(LONG.length)} ký tự, nhiều nhất là 4000.`)
  expect(page).toContain(LONG)
  expect(page).toContain(`href="#ly-do-${ITEM}"`)
  // A browser would cut what is pasted in silence.
  expect(page).not.toContain('maxLength')
})

it('is closed, with what was explained before, where nothing was refused', () => {
  const page = drawn('document:GKSK', 'Giấy này còn hạn.')
  expect(page).not.toContain('ký tự')
  expect(page).not.toContain('<details open')
  expect(page).toContain('Giấy này còn hạn.')
})

it('is sent without script to the page it stands on, and says which item it is about', () => {
  const page = drawn(ITEM, null)
  expect(page).toMatch(/<form [^>]*action="\/xem-lai" method="post"/)
  expect(page).toContain('<input type="hidden" name="viec" value="giai-thich"/>')
  expect(page).toContain(`<input type="hidden" name="muc" value="${ITEM}"/>`)
})
