import type { Kind } from '../kind'
import { numbered } from './numbered'

/** Level four of the national classification of industries. */
export const industryCode: Kind = /* @__PURE__ */ numbered(/^\d{4}$/, 'industry-code')
