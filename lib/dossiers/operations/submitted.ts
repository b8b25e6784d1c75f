import type { OperationFacts } from './operation'

/** What follows when a draft becomes a dossier (`drafts/submit.ts`): no state comes before it, so it is no row of the life-cycle. */
export const submitted = {
  events: {
    'dossier.submitted': {
      words: { vi: 'Đã nộp hồ sơ', en: 'Dossier submitted' },
      reasonFor: null,
      paper: 'acknowledgement',
      notice: {
        applicant: {
          title: { vi: 'Đã nộp hồ sơ {code}', en: 'Dossier {code} submitted' },
          body: {
            vi: 'Hồ sơ “{procedure}” đã được nộp. Cơ quan tiếp nhận sẽ trả lời chậm nhất {intakeDue}. Hãy giữ mã nộp hồ sơ {code} để tra cứu.',
            en: 'Your dossier “{procedure}” was submitted. The agency answers by {intakeDue}. Keep the number {code} for look-up.',
          },
        },
        desk: {
          title: { vi: 'Hồ sơ mới: {procedure}', en: 'New dossier: {procedure}' },
          body: {
            vi: 'Hồ sơ {code} chờ tiếp nhận, hạn trả lời {intakeDue}.',
            en: 'Dossier {code} awaits intake, answer due {intakeDue}.',
          },
        },
      },
    },
  },
} as const satisfies Pick<OperationFacts, 'events'>
