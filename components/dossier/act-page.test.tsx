import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ActPage } from './act-page'
import { AT, DOSSIER, RESULT } from './dossier.fixture'

const asking = (supplementCount: number) =>
  renderToStaticMarkup(
    <ActPage
      view={{ dossier: { ...DOSSIER, supplementCount }, result: null, history: [] }}
      command="requestSupplement"
      locale="vi"
    >
      {null}
    </ActPage>,
  )

it('tells whoever asks for another supplement what it costs, before it is sent', () => {
  expect(asking(0)).not.toContain('được tính là quá hạn')
  expect(asking(1)).toContain('Đây là yêu cầu bổ sung lần 2: gửi đi thì hồ sơ được tính là quá hạn')
  expect(asking(2)).toContain('Đây là yêu cầu bổ sung lần 3')
  expect(asking(1)).not.toContain('một lần;')
})

it('tells whoever corrects a draft what the leader wants corrected', () => {
  const drafting = (sentBackReason: string | null) =>
    renderToStaticMarkup(
      <ActPage
        view={{ dossier: DOSSIER, result: { ...RESULT, sentBackReason }, history: [] }}
        command="draftResult"
        locale="vi"
      >
        {null}
      </ActPage>,
    )
  expect(drafting('Ghi lại ngày hết hạn.')).toContain('Ghi lại ngày hết hạn.')
  expect(drafting(null)).not.toContain('Lãnh đạo trả lại')
})

it('tells whoever decides on a withdrawal why it is asked for', () => {
  const reason = { ground: null, reason: 'Tôi nộp nhầm thủ tục.', guidance: null }
  const act = {
    entry: 1,
    at: AT,
    action: 'dossier.withdrawalRequested',
    actorKind: 'citizen',
    actorName: null,
    reason,
  }
  const view = { dossier: { ...DOSSIER, state: 'withdrawal_requested' as const }, result: null, history: [act] }
  for (const command of ['agreeWithdrawal', 'refuseWithdrawal'] as const)
    expect(
      renderToStaticMarkup(
        <ActPage view={view} command={command} locale="vi">
          {null}
        </ActPage>,
      ),
    ).toContain('Tôi nộp nhầm thủ tục.')
})
