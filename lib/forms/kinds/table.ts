import type { FieldKind } from '../definition'
import type { Kind } from '../kind'
import { address } from './address'
import { choice } from './choice'
import { commitment } from './commitment'
import { date } from './date'
import { decimal } from './decimal'
import { email } from './email'
import { industryCode } from './industry-code'
import { integer } from './integer'
import { licenceNumber } from './licence-number'
import { money } from './money'
import { multiChoice } from './multi-choice'
import { multiline } from './multiline'
import { partialDate } from './partial-date'
import { passport } from './passport'
import { personName } from './person-name'
import { personalId } from './personal-id'
import { phone } from './phone'
import { plate } from './plate'
import { socialInsuranceNo } from './social-insurance-no'
import { taxCode } from './tax-code'
import { text } from './text'
import { yesNo } from './yes-no'

/** Every kind of question but the repeating group, which holds questions itself. */
export const KINDS = {
  text,
  multiline,
  integer,
  decimal,
  money,
  choice,
  multiChoice,
  yesNo,
  commitment,
  date,
  partialDate,
  address,
  personalId,
  taxCode,
  phone,
  email,
  personName,
  licenceNumber,
  socialInsuranceNo,
  industryCode,
  passport,
  plate,
} as const satisfies Record<Exclude<FieldKind, 'group'>, Kind>
