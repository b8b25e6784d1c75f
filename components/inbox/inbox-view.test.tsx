import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { AssignManyState } from './assign-many'
import { InboxView } from './inbox-view'

const renderEmpty = (people: { id: string; name: string }[]) =>
  renderToStaticMarkup(
    <InboxView
      view={{ queue: 'unattended', q: '', rows: [], next: null, counts: {}, shown: [], matches: null, filter: {} }}
      {...{ people, procedures: [], pages: [], isAllChosen: false, signsResults: false, locale: 'vi' }}
      assign={(state: AssignManyState) => Promise.resolve(state)}
    />,
  )

it('keeps the form that passes work on, to tell of the last of it, with nothing left to press', () => {
  const html = renderEmpty([{ id: '1', name: 'Lý Hữu Phúc' }])
  expect(html).toContain('<form aria-busy="false"')
  expect(html).not.toContain('Giao các hồ sơ đã chọn cho')
  expect(renderEmpty([])).not.toContain('<form aria-busy')
})
