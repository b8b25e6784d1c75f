import { describe, expect, it } from 'vitest'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { aDossier, aResult, COLLEAGUE, NOW, OFFICER } from '../dossier/a-dossier.fixture'
import { agreeWithdrawal } from './agree-withdrawal'
import { approve } from './approve'
import type { Case, IntakeCommand } from './case.fixture'
import { done, issue, moved, REASON, refused, to } from './case.fixture'
import { draftResult } from './draft-result'
import { formOf } from '@/lib/testing/licence-journey'
import type { Command } from './operations'
import { OPERATIONS } from './operations'
import { refuseWithdrawal } from './refuse-withdrawal'
import { returnResult } from './return-result'
import { sendBack } from './send-back'
import { submitForApproval } from './submit-for-approval'
import { withdraw } from './withdraw'

const NUMBER = { vi: 'Số giấy phép', en: 'Licence number' }
const licence = SAMPLE_PROCEDURES.find(({ slug }) => slug === 'doi-giay-phep-lai-xe')
if (licence === undefined) throw new Error('the driving licence is not among the samples')
const LICENCE: ProcedureDefinition = licence
const GROUND = LICENCE.refusalGrounds[0]?.words.vi ?? ''
const draft = (entries: Record<string, string>) =>
  draftResult.decide(
    aDossier('in_review'),
    formOf(entries),
    { definition: LICENCE, scope: { answers: {}, facts: {}, today: '2026-03-11' } },
    to('in_review'),
  )

/** Given / when / then of results and of how a dossier ends. */
const CASES = {
  draftResult: [
    {
      given: 'a refusal on a ground of the procedure',
      when: () => draft({ outcome: 'denied', ground: GROUND, reason: REASON }),
      then: {
        ok: true,
        value: {
          event: { type: 'dossier.resultDrafted', data: { outcome: 'denied', ground: GROUND } },
          // Drafting again and again is no move: since when it is in review stays.
          set: { state: 'in_review' },
          result: { outcome: 'denied', ground: GROUND, reason: REASON, draftedBy: OFFICER, number: null },
        },
      },
    },
    {
      given: 'a refusal on a ground of one’s own',
      when: () => draft({ outcome: 'denied', ground: 'Tôi không thích', reason: REASON }),
      then: refused('invalid-input', issue('ground', 'ground-unknown')),
    },
    {
      given: 'a reason that says nothing',
      when: () => draft({ outcome: 'denied', ground: GROUND, reason: 'ko' }),
      then: refused('invalid-input', { issues: [{ path: 'reason' }] }),
    },
    {
      given: 'a grant whose paper would have nothing to say',
      when: () => draft({ outcome: 'granted', reason: REASON }),
      then: refused('invalid-input'),
    },
  ],
  submitForApproval: [
    {
      given: 'a proposal that a paper can say',
      when: () =>
        submitForApproval.decide(aDossier('in_review'), {}, { result: aResult(), faults: [] }, to('awaiting_approval')),
      then: done('dossier.approvalRequested', { set: moved('awaiting_approval') }),
    },
    {
      given: 'no proposal',
      when: () =>
        submitForApproval.decide(aDossier('in_review'), {}, { result: null, faults: [] }, to('awaiting_approval')),
      then: refused('result-missing'),
    },
    {
      given: 'a proposal with a fault',
      when: () =>
        submitForApproval.decide(
          aDossier('in_review'),
          {},
          { result: aResult(), faults: [{ path: 'number', code: 'required', words: NUMBER }] },
          to('awaiting_approval'),
        ),
      then: refused('result-not-right'),
    },
  ],
  approve: [
    {
      given: 'a proposal and its number',
      when: () =>
        approve.decide(
          aDossier('awaiting_approval'),
          {},
          { result: aResult(), number: 'G01.126.08:7/QĐ' },
          to('completed'),
        ),
      then: done('dossier.approved', {
        set: { ...moved('completed'), completedAt: NOW },
        result: { number: 'G01.126.08:7/QĐ', approvedBy: OFFICER, approvedAt: NOW },
        clock: { kind: 'stopped' },
      }),
    },
    {
      given: 'no proposal',
      when: () => approve.decide(aDossier('awaiting_approval'), {}, { result: null, number: '1' }, to('completed')),
      then: refused('result-missing'),
    },
  ],
  sendBack: [
    {
      given: 'a proposal',
      when: () =>
        sendBack.decide(aDossier('awaiting_approval'), { reason: REASON }, { result: aResult() }, to('in_review')),
      then: done('dossier.sentBack', {
        set: moved('in_review'),
        reason: { reason: REASON },
        result: { sentBackReason: REASON },
      }),
    },
    {
      given: 'no proposal',
      when: () => sendBack.decide(aDossier('awaiting_approval'), { reason: REASON }, { result: null }, to('in_review')),
      then: refused('result-missing'),
    },
  ],
  returnResult: [
    {
      given: 'an approved result',
      when: () => returnResult.decide(aDossier('completed'), {}, null, to('result_returned')),
      then: done('dossier.resultReturned', { set: { ...moved('result_returned'), returnedAt: NOW } }),
    },
  ],
  withdraw: [
    {
      given: 'a dossier nobody has accepted: it ends',
      when: () => withdraw.decide(aDossier('submitted'), { reason: REASON }, { resumed: {} }, to('terminated')),
      then: done('dossier.withdrawn', {
        set: { ...moved('terminated'), closing: { ground: 'Theo đề nghị của người nộp', reason: REASON } },
        endSupplement: 'closed',
      }),
    },
    {
      given: 'one that was accepted: the agency decides, and no closing is written yet',
      when: () =>
        withdraw.decide(aDossier('in_review'), { reason: REASON }, { resumed: {} }, to('withdrawal_requested')),
      then: {
        ok: true,
        value: {
          event: { type: 'dossier.withdrawalRequested', data: {} },
          set: moved('withdrawal_requested'),
          reason: { reason: REASON },
          endSupplement: 'closed',
        },
      },
    },
  ],
  agreeWithdrawal: [
    {
      given: 'a request of the applicant',
      when: () => agreeWithdrawal.decide(aDossier('withdrawal_requested'), { reason: REASON }, null, to('terminated')),
      then: done('dossier.withdrawn', { set: { ...moved('terminated'), closing: { reason: REASON } } }),
    },
  ],
  refuseWithdrawal: [
    {
      given: 'a dossier somebody holds: they hold it still',
      when: () =>
        refuseWithdrawal.decide(
          aDossier('withdrawal_requested', { assigneeId: COLLEAGUE }),
          { reason: REASON },
          null,
          to('in_review'),
        ),
      then: {
        ok: true,
        value: {
          event: { type: 'dossier.withdrawalRefused', data: {} },
          set: moved('in_review'),
          reason: { reason: REASON },
        },
      },
    },
    {
      given: 'a dossier nobody holds: whoever decides does',
      when: () => refuseWithdrawal.decide(aDossier('withdrawal_requested'), { reason: REASON }, null, to('in_review')),
      then: done('dossier.withdrawalRefused', { set: { assigneeId: OFFICER, heldSince: NOW } }),
    },
  ],
} satisfies Record<Exclude<Command, IntakeCommand>, readonly Case[]>

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each<Case>(cases)('given $given', ({ when, then }) => {
    expect(when()).toMatchObject(then)
  })
})

it('every operation says what it reads, and refuses a form without it', () => {
  const asks: Command[] = [
    'rejectIntake',
    'assign',
    'requestSupplement',
    'sendBack',
    'withdraw',
    'agreeWithdrawal',
    'refuseWithdrawal',
  ]
  for (const command of asks) expect(OPERATIONS[command].read(new FormData()), command).toMatchObject({ ok: false })
})
