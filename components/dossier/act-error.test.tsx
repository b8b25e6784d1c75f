import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseForm } from '@/lib/kernel'
import { ActError } from './act-error'

const LABELS: Record<string, string> = { ground: 'Căn cứ', reason: 'Vì sao bạn rút hồ sơ?' }

it('names each place to mend as its page does, and leads there', () => {
  const blank = parseForm(z.object({ ground: z.string().min(3), reason: z.string().min(3) }), new FormData())
  const html = renderToStaticMarkup(
    <ActError error={blank.ok ? null : blank.error} labelOf={(path) => LABELS[path]} locale="vi" reloadHref="" />,
  )
  const lines = [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)</g)].map(([, href, words]) => [href, words])
  expect(lines).toEqual([
    ['#ground', 'Căn cứ: mục này còn trống. Hãy điền hoặc chọn.'],
    ['#reason', 'Vì sao bạn rút hồ sơ? Mục này còn trống. Hãy điền hoặc chọn.'],
  ])
})
