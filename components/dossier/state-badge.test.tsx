import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AT } from './dossier.fixture'
import { StandingBadge } from './state-badge'

const renderBadge = (standing: 'NEAR_DUE' | 'OVERDUE' | 'EARLY', daysLeft: number) =>
  renderToStaticMarkup(<StandingBadge standing={{ standing, dueAt: AT, daysLeft }} locale="vi" />)

it('counts working days, and says of a term of hours that it ends today or has just ended', () => {
  expect(renderBadge('NEAR_DUE', 1)).toContain('còn 1 ngày làm việc')
  expect(renderBadge('NEAR_DUE', 0)).toContain('đến hạn hôm nay')
  expect(renderBadge('OVERDUE', 0)).toContain('chưa quá một ngày làm việc')
  expect(renderBadge('OVERDUE', -2)).toContain('quá 2 ngày làm việc')
  expect(renderBadge('EARLY', 3)).not.toContain('ngày làm việc')
})
