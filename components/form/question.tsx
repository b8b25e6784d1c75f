import type { ComponentType } from 'react'
import { verifiedAnswer } from '@/lib/forms'
import type { FieldKind } from '@/lib/forms'
import { Address } from './address'
import { OneOfSeveral, SomeOfSeveral, YesOrNo } from './choice'
import { Commitment } from './commitment'
import { DateQuestion } from './date'
import { Group } from './group'
import { Multiline } from './multiline'
import type { OneLineKind } from './one-line'
import { isOneLine, OneLine } from './one-line'
import type { QuestionProps } from './question-props'
import { VerifiedFact } from './verified-fact'

/** How each kind is asked that is not answered on one line; a kind that is in neither table does not compile. */
const VIEWS: Readonly<Record<Exclude<FieldKind, OneLineKind>, ComponentType<QuestionProps>>> = {
  multiline: Multiline,
  choice: OneOfSeveral,
  multiChoice: SomeOfSeveral,
  yesNo: YesOrNo,
  commitment: Commitment,
  date: DateQuestion,
  partialDate: DateQuestion,
  address: Address,
  group: Rows,
}

function Rows(props: QuestionProps) {
  return <Group {...props} draw={(question) => <Question {...question} />} />
}

/** A question of any kind, or the verified fact that answers it. */
export function Question(props: QuestionProps) {
  const { field, locale, scope } = props
  const verified = verifiedAnswer(field, scope)
  if (verified !== undefined)
    return <VerifiedFact field={field} value={verified} locale={locale} places={scope.places} />
  const View = isOneLine(field.kind) ? OneLine : VIEWS[field.kind]
  return <View {...props} />
}
