import type { Kind } from '../kind'
import { numbered } from './numbered'

export const socialInsuranceNo: Kind = /* @__PURE__ */ numbered(/^\d{10}$/, 'social-insurance-no')
