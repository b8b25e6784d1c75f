import { z } from 'zod'
import { ok } from '@/lib/kernel'
import { moved } from '../dossier/change'
import { desk, either, roleAt } from '../dossier/rights'
import type { Operation } from './operation'
import { parsed } from './parsed'

/** The desk hands the result over; the applicant can open it from now on. */
export const returnResult = {
  by: 'officer',
  moves: [['completed', 'result_returned']],
  right: either(desk, roleAt('registrar')),
  words: { vi: 'Trả kết quả', en: 'Return result' },
  page: null,
  needsPeople: false,
  hindrance: null,
  read: parsed(z.object({})),
  decide: (_, _input, _facts, { to, now }) =>
    ok({ event: { type: 'dossier.resultReturned', data: {} }, set: { ...moved(to, now), returnedAt: now } }),
  events: {
    'dossier.resultReturned': {
      words: { vi: 'Đã trả kết quả', en: 'Result returned' },
      reasonFor: null,
      paper: null,
      notice: {
        applicant: {
          title: { vi: 'Đã trả kết quả hồ sơ {code}', en: 'The result of {code} was returned' },
          body: {
            vi: 'Kết quả “{procedure}” đã có trong hồ sơ của bạn, tải về được ngay.',
            en: 'The result of “{procedure}” is in your dossier, ready to download.',
          },
        },
      },
    },
  },
} as const satisfies Operation<object, null>
