import { describe, expect, it } from 'vitest'
import { instant, parseTime, pause } from '@/lib/calendar'
import {
  aDossier,
  aRequest,
  CALENDAR,
  COLLEAGUE,
  NOW,
  OFFICER,
  OTHER_UNIT,
  POLICY,
  UNIT,
} from '../dossier/a-dossier.fixture'
import type { State } from '../dossier/state'
import { accept } from './accept'
import { assign } from './assign'
import type { Case, IntakeCommand } from './case.fixture'
import { done, issue, moved, REASON, refused, to } from './case.fixture'
import { closeUnanswered } from './close-unanswered'
import { rejectIntake } from './reject-intake'
import { requestSupplement } from './request-supplement'
import { supplement } from './supplement'
import { take } from './take'

const ACCEPTANCE = {
  ...{ dossierCode: 'G01.126.08-260311-0001', policy: POLICY, calendar: CALENDAR, legalGround: 'Điều 1' },
  ...{ usualUnitId: UNIT, staffedUnits: [UNIT, OTHER_UNIT] },
}
const REJECTION = { ground: 'Không thuộc thẩm quyền', reason: REASON, guidance: 'Nộp tại UBND cấp xã.' }
const PEOPLE = [
  { assigneeId: OFFICER, unitId: UNIT },
  { assigneeId: COLLEAGUE, unitId: OTHER_UNIT },
]
const HEALTH = { target: 'document' as const, ref: 'GKSK', reason: 'expired' as const, howToMend: 'Nộp giấy mới.' }
const LABEL = { vi: 'Giấy khám sức khỏe', en: 'Health certificate' }
const ASKING = { id: OTHER_UNIT, askable: [{ target: 'document' as const, ref: 'GKSK', label: LABEL }], dueAt: NOW }
const ANSWERED = {
  open: aRequest(),
  answers: { a: 'mới' },
  replies: {
    items: [{ target: 'field' as const, ref: 'a', explanation: null, added: [], replaced: [] }],
    before: { a: 'cũ' },
    after: { a: 'mới' },
  },
  calendar: CALENDAR,
  intakeDueAt: instant('2026-03-12', parseTime('10:00')),
}
const stoodStill = (state: State) => {
  const dossier = aDossier(state)
  return { ...dossier, deadline: dossier.deadline && pause(dossier.deadline, dossier.stateSince, 'supplement') }
}
/** Given / when / then of what happens between the submission and the review. */
const CASES = {
  accept: [
    {
      given: 'a unit the desk chose',
      when: () => accept.decide(aDossier('submitted'), { unitId: OTHER_UNIT }, ACCEPTANCE, to('accepted')),
      then: done('dossier.accepted', {
        set: {
          ...moved('accepted'),
          unitId: OTHER_UNIT,
          dossierCode: ACCEPTANCE.dossierCode,
          acceptedAt: NOW,
          heldSince: NOW,
          // Five working days, the first of them tomorrow.
          dueAt: instant('2026-03-18', parseTime('17:00')),
        },
        clock: { kind: 'started', legalGround: 'Điều 1' },
      }),
    },
    {
      given: 'no choice, where the procedure names the unit',
      when: () => accept.decide(aDossier('submitted'), {}, ACCEPTANCE, to('accepted')),
      then: done('dossier.accepted', { set: { unitId: UNIT } }),
    },
    {
      given: 'no choice, where nobody names one',
      when: () => accept.decide(aDossier('submitted'), {}, { ...ACCEPTANCE, usualUnitId: null }, to('accepted')),
      then: refused('invalid-input', issue('unitId', 'choose')),
    },
    {
      given: 'a unit in which nobody works',
      when: () =>
        accept.decide(
          aDossier('submitted'),
          { unitId: OTHER_UNIT },
          { ...ACCEPTANCE, staffedUnits: [UNIT] },
          to('accepted'),
        ),
      then: refused('invalid-input', issue('unitId', 'nobodyThere')),
    },
    {
      given: 'an agency in which nobody works',
      when: () => accept.decide(aDossier('submitted'), {}, { ...ACCEPTANCE, staffedUnits: [] }, to('accepted')),
      then: refused('invalid-input', issue('unitId', 'nobodyAtAll')),
    },
  ],
  rejectIntake: [
    {
      given: 'a ground of the procedure',
      when: () =>
        rejectIntake.decide(
          aDossier('submitted'),
          REJECTION,
          { grounds: [{ words: { vi: REJECTION.ground, en: '' } }] },
          to('not_accepted'),
        ),
      then: done('dossier.intakeRejected', {
        set: { ...moved('not_accepted'), closing: REJECTION },
        reason: REJECTION,
      }),
    },
    {
      given: 'a ground of one’s own',
      when: () => rejectIntake.decide(aDossier('submitted'), REJECTION, { grounds: [] }, to('not_accepted')),
      then: refused('invalid-input', issue('ground', 'ground-unknown')),
    },
  ],
  take: [
    {
      given: 'a person at work in the unit it lies with',
      when: () => take.decide(aDossier('accepted'), {}, { assignable: PEOPLE }, to('in_review')),
      then: done('dossier.assigned', {
        set: { ...moved('in_review'), assigneeId: OFFICER, unitId: UNIT, heldSince: NOW },
      }),
    },
    {
      given: 'a person at work elsewhere in the agency, whose unit it goes to',
      when: () =>
        take.decide(aDossier('accepted', { unitId: OTHER_UNIT }), {}, { assignable: PEOPLE }, to('in_review')),
      then: done('dossier.assigned', { set: { unitId: UNIT } }),
    },
    {
      given: 'a person nobody can give it to',
      when: () => take.decide(aDossier('accepted'), {}, { assignable: [] }, to('in_review')),
      then: refused('forbidden'),
    },
  ],
  assign: [
    {
      given: 'somebody else at work there, while it is in review',
      when: () =>
        assign.decide(
          aDossier('in_review', { assigneeId: OFFICER }),
          { to: { assigneeId: COLLEAGUE, unitId: OTHER_UNIT } },
          { assignable: PEOPLE },
          to('in_review'),
        ),
      then: {
        ok: true,
        value: {
          event: {
            type: 'dossier.assigned',
            data: { assigneeId: COLLEAGUE, unitId: OTHER_UNIT, previousAssigneeId: OFFICER },
          },
          // It changes hands; how long it has been in review does not start anew.
          set: { state: 'in_review', assigneeId: COLLEAGUE, unitId: OTHER_UNIT, heldSince: NOW },
        },
      },
    },
    {
      given: 'whoever holds it',
      when: () =>
        assign.decide(
          aDossier('in_review', { assigneeId: OFFICER }),
          { to: { assigneeId: OFFICER, unitId: UNIT } },
          { assignable: PEOPLE },
          to('in_review'),
        ),
      then: refused('invalid-input', issue('to', 'holdsItAlready')),
    },
    {
      given: 'a person of the agency in a unit that is not theirs',
      when: () =>
        assign.decide(
          aDossier('accepted'),
          { to: { assigneeId: COLLEAGUE, unitId: UNIT } },
          { assignable: PEOPLE },
          to('in_review'),
        ),
      then: refused('invalid-input', issue('to', 'notAssignable')),
    },
  ],
  requestSupplement: [
    {
      given: 'a dossier in review, whose clock stands still from now on',
      when: () =>
        requestSupplement.decide(
          aDossier('in_review'),
          { items: [HEALTH], note: '' },
          ASKING,
          to('awaiting_supplement'),
        ),
      then: done('dossier.supplementRequested', {
        set: { ...moved('awaiting_supplement'), supplementCount: 1, deadline: { pause: { cause: 'supplement' } } },
        openSupplement: { items: [{ ...HEALTH, label: LABEL }], requestedBy: OFFICER, requestedAt: NOW, dueAt: NOW },
        clock: { kind: 'paused' },
      }),
    },
    {
      given: 'a dossier at the desk, which has no clock yet',
      when: () =>
        requestSupplement.decide(
          aDossier('submitted', { supplementCount: 1 }),
          { items: [HEALTH], note: '' },
          ASKING,
          to('incomplete'),
        ),
      then: done('dossier.supplementRequested', { set: { ...moved('incomplete'), supplementCount: 2 } }),
    },
    {
      given: 'one document asked for twice',
      when: () =>
        requestSupplement.decide(
          aDossier('in_review'),
          { items: [HEALTH, HEALTH], note: '' },
          ASKING,
          to('awaiting_supplement'),
        ),
      then: refused('invalid-input', issue('items.1.howToMend', 'not-askable')),
    },
    {
      given: 'something the procedure does not know',
      when: () =>
        requestSupplement.decide(
          aDossier('in_review'),
          { items: [{ ...HEALTH, ref: 'KHAC' }], note: '' },
          ASKING,
          to('awaiting_supplement'),
        ),
      then: refused('invalid-input', issue('items.0.howToMend', 'not-askable')),
    },
  ],
  supplement: [
    {
      given: 'an answer during review: the clock runs again in full',
      when: () => supplement.decide(stoodStill('awaiting_supplement'), {}, ANSWERED, to('in_review')),
      then: {
        ok: true,
        value: {
          event: {
            type: 'dossier.supplemented',
            data: { supplementId: ANSWERED.open.id, changed: ['a'], explained: [] },
          },
          set: { ...moved('in_review'), answers: { a: 'mới' }, heldSince: NOW, deadline: { pause: null } },
          endSupplement: ANSWERED.replies,
          clock: { kind: 'restarted' },
        },
      },
    },
    {
      given: 'an answer before acceptance: the desk has its day again',
      when: () => supplement.decide(aDossier('incomplete'), {}, ANSWERED, to('submitted')),
      then: done('dossier.supplemented', { set: { ...moved('submitted'), intakeDueAt: ANSWERED.intakeDueAt } }),
    },
    {
      given: 'no open request',
      when: () => supplement.decide(aDossier('in_review'), {}, { ...ANSWERED, open: null }, to('in_review')),
      then: refused('illegal-step'),
    },
  ],
  closeUnanswered: [
    {
      given: 'a term that has passed',
      when: () =>
        closeUnanswered.decide(
          aDossier('awaiting_supplement'),
          {},
          { open: aRequest({ dueAt: new Date(NOW.getTime() - 1) }) },
          to('terminated'),
        ),
      then: done('dossier.closedUnanswered', {
        set: { ...moved('terminated'), closing: { ground: 'Quá thời hạn bổ sung hồ sơ' } },
        endSupplement: 'closed',
      }),
    },
    {
      given: 'the very last moment of the term',
      when: () =>
        closeUnanswered.decide(aDossier('incomplete'), {}, { open: aRequest({ dueAt: NOW }) }, to('terminated')),
      then: refused('supplement-term-running'),
    },
    {
      given: 'no open request',
      when: () => closeUnanswered.decide(aDossier('incomplete'), {}, { open: null }, to('terminated')),
      then: refused('supplement-term-running'),
    },
  ],
} satisfies Record<IntakeCommand, readonly Case[]>

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each<Case>(cases)('given $given', ({ when, then }) => {
    expect(when()).toMatchObject(then)
  })
})
