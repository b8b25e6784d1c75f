import type { Fee, ProcedureCase, ProcedureDefinition, TimeLimit } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'
import { uploaded } from '../parts/documents'
import { COMMUNE, oneCase, procedure, required, steps } from '../parts/procedure'
import { t } from '../parts/text'

type Words = readonly [vi: string, en: string]

type ListedCase = { code: string; name: Words; time?: TimeLimit; fee?: Fee; hint?: Words }

type Listed = Pick<ProcedureDefinition, 'code' | 'slug' | 'serviceField' | 'lifeEvents' | 'confidence'> &
  Partial<
    Pick<ProcedureDefinition, 'otherCodes' | 'handledBy' | 'routing' | 'audience' | 'partialReason' | 'partialNote'>
  > & {
    name: Words
    summary: Words
    result: Words
    vi: readonly string[]
    en: readonly string[]
    cases: readonly ListedCase[]
  }

const PAPERS = uploaded('HS', t('Hồ sơ theo quyết định công bố thủ tục', 'Papers named by the published decision'), {
  hint: t('Bản này chưa có danh mục chi tiết của thủ tục này.', 'The detailed list is not in this edition.'),
})

function caseOf({ code, name, time, fee, hint }: ListedCase): ProcedureCase {
  const parts = {
    documents: required('HS'),
    fees: fee === undefined ? [] : [fee],
    timeLimits: time === undefined ? [] : [time],
  }
  const words: { hint?: Text } = hint === undefined ? {} : { hint: t(...hint) }
  return oneCase(code, t(...name), { ...parts, ...words })
}

/** A procedure with its public page only: it is not taken online here, and the page says so. */
export function listed({ name, summary, result, vi, en, cases, ...parts }: Listed): ProcedureDefinition {
  return procedure({
    ...COMMUNE,
    audience: ['citizen'],
    ...parts,
    name: t(...name),
    summary: t(...summary),
    synonyms: { vi: [...vi], en: [...en] },
    level: parts.partialReason === undefined ? 'FULL' : 'PARTIAL',
    online: false,
    documents: [PAPERS],
    cases: cases.map(caseOf),
    steps: steps(t('Xem xét, giải quyết', 'Examination and decision')),
    legalBasis: [],
    result: { name: t(...result), delivery: ['DESK', 'POST', 'ELECTRONIC'] },
    source: 'Danh mục 30 thủ tục của tài liệu khảo sát nghiệp vụ 21/11/2026',
  })
}

/** The one case of a procedure that has no others. */
export function only(time: TimeLimit | undefined, fee?: Fee, hint?: Words): ListedCase[] {
  return [
    {
      code: 'COMMON',
      name: ['Trường hợp chung', 'Every case'],
      ...(time !== undefined && { time }),
      ...(fee !== undefined && { fee }),
      ...(hint !== undefined && { hint }),
    },
  ]
}
