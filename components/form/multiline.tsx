import { Textarea } from '@/components/ui/input'
import { inputText } from '@/lib/forms'
import { OneInput } from './framed'
import type { QuestionProps } from './question-props'

/** Free text of several lines. */
export function Multiline(props: QuestionProps) {
  const { field, value } = props
  return <OneInput question={props}>{(tie) => <Textarea defaultValue={inputText(field, value)} {...tie} />}</OneInput>
}
