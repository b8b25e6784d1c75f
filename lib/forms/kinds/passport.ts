import type { Kind } from '../kind'
import { numbered } from './numbered'

export const passport: Kind = /* @__PURE__ */ numbered(/^[A-Z]\d{7,8}$/, 'passport')
