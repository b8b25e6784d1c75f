import type { Kind } from '../kind'
import { numbered } from './numbered'

/** The number of a PET-card driving licence. */
export const licenceNumber: Kind = /* @__PURE__ */ numbered(/^\d{12}$/, 'licence-number')
