import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Field, Page } from '@/lib/forms'
import { walk } from '@/lib/forms'
import { DraftFrame, REVIEW_STEP } from './draft-frame'

const text = (vi: string) => ({ vi, en: vi })
const field = (id: string): Field => ({ id, kind: 'text', label: text(id) })
const page = (id: string, ...fields: Field[]): Page => ({ id, title: text(id), fields })
const form = { pages: [page('Giấy phép', field('serial')), page('Nơi cấp', field('place'))] }
/** Every question was answered when it was handed in. */
const journey = walk(form, { answers: { serial: 'AR1', place: 'Hà Nội' }, facts: {}, today: '2026-11-21' })

function doneSteps(missing: readonly string[]): string[] {
  const html = renderToStaticMarkup(
    <DraftFrame
      {...{ draftId: '1', journey, current: REVIEW_STEP, title: '', locale: 'vi' }}
      procedureName={text('Đổi giấy phép lái xe')}
      supplement={{
        documents: [{ code: 'ANH' }],
        missing: missing.map((path) => ({ path, code: 'item-unanswered', words: text('chưa sửa') })),
      }}
    >
      {null}
    </DraftFrame>,
  )
  return [...new Set([...html.matchAll(/>([^<]+)<\/a><span class="sr-only"> \(xong\)/g)].map(([, step]) => step ?? ''))]
}

it('calls a step of a supplement done once nothing on it is left to mend', () => {
  expect(doneSteps(['serial', 'ANH'])).toEqual(['Nơi cấp'])
  expect(doneSteps(['place.detail'])).toEqual(['Giấy phép', 'Giấy tờ'])
  expect(doneSteps([])).toEqual(['Giấy phép', 'Nơi cấp', 'Giấy tờ'])
})
