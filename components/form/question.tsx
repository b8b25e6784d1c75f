import type { ComponentType } from 'react'
import { verifiedAnswer } from '@/lib/forms'
import type { FieldKind } from '@/lib/forms'
import { Address } from './address'
import { OneOfSeveral, SomeOfSeveral, YesOrNo } from './choice'
import { Commitment } from './commitment'
import { DateQuestion } from './date'
import { Group } from './group'
import { Multiline } from './multiline'
import { OneLine } from './one-line'
import type { QuestionProps } from './question-props'
import { VerifiedFact } from './verified-fact'

const VIEWS: { readonly [K in FieldKind]?: ComponentType<QuestionProps> } = {
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
  const View = VIEWS[field.kind] ?? OneLine
  return <View {...props} />
}
