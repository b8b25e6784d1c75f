import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Scope } from '@/lib/forms'
import { ok } from '@/lib/kernel'
import type { DossierResult } from '../dossier/dossier'
import { handler } from '../dossier/rights'
import { readResultDraft } from '../results/result-draft'
import type { Operation } from './operation'

export type DraftResultFacts = { definition: ProcedureDefinition; scope: Scope }

/** The proposal is written down (again and again until it is submitted). */
export const draftResult = {
  by: 'officer',
  moves: [['in_review', 'in_review']],
  right: handler,
  words: { vi: 'Soạn kết quả', en: 'Draft result' },
  page: 'ket-qua',
  needsPeople: false,
  hindrance: null,
  read: (form) => ok(form),
  decide: (dossier, form, { definition, scope }, { to, by, now }) => {
    // Judged by the procedure's own questions, so what was typed is read once these are known.
    const draft = readResultDraft(definition, form, scope)
    if (!draft.ok) return draft
    const { outcome, reason, fields } = draft.value
    const ground = outcome === 'denied' ? (draft.value.ground ?? null) : null
    const undecided = { number: null, approvedBy: null, approvedAt: null, sentBackReason: null }
    const result: DossierResult = {
      ...{ dossierId: dossier.id, outcome, ground, reason, fields, draftedBy: by, draftedAt: now },
      ...undecided,
    }
    return ok({
      event: { type: 'dossier.resultDrafted', data: { outcome, ground } },
      set: { state: to },
      reason: { reason, ...(ground !== null && { ground }) },
      result,
    })
  },
  events: {
    'dossier.resultDrafted': {
      words: { vi: 'Đã soạn dự thảo kết quả', en: 'Result drafted' },
      reasonFor: 'officers',
      paper: null,
      notice: { none: 'A draft is the officer’s own work until it is sent for approval.' },
    },
  },
} as const satisfies Operation<FormData, DraftResultFacts>
