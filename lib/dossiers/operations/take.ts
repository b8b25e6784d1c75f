import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import { roleAt } from '../dossier/rights'
import type { AssignFacts } from './assign'
import { handedOver, placeWith } from './hand-over'
import type { Operation } from './operation'
import { parsed } from './parsed'

/** A case officer takes a dossier nobody has yet, into the unit it lies with or, where it lies with none, their own. */
export const take = {
  by: 'officer',
  moves: [['accepted', 'in_review']],
  right: roleAt('caseOfficer', 'unitHead'),
  words: { vi: 'Nhận xử lý', en: 'Take' },
  page: null,
  needsPeople: true,
  hindrance: (dossier, { by, assignable }) =>
    placeWith(by, dossier, assignable) === null ? { code: 'forbidden' } : null,
  read: parsed(z.object({})),
  decide: (dossier, _, { assignable }, step) => {
    const place = placeWith(step.by, dossier, assignable)
    return place === null ? err({ code: 'forbidden' }) : ok(handedOver(dossier, place, step))
  },
  events: {},
} as const satisfies Operation<object, AssignFacts>
