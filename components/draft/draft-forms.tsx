/** The forms of a draft's page of documents, as each is called in what it sends. */
export const DOCUMENTS_FORMS = ['xoa-tep', 'thay-tep'] as const
export type DocumentsFormName = (typeof DOCUMENTS_FORMS)[number]

/** Those of its review. */
export const REVIEW_FORMS = ['giai-thich', 'nop', 'bo-sung'] as const
export type ReviewFormName = (typeof REVIEW_FORMS)[number]

/** The input that says which form of a page was sent. */
export const FORM_INPUT = 'viec'

/** Says in a form which it is. */
export function FormName({ name }: { name: DocumentsFormName | ReviewFormName }) {
  return <input type="hidden" name={FORM_INPUT} value={name} />
}

/** Which of these forms was sent; null for none of them. */
export const formNameIn = <N extends string>(names: readonly N[], form: FormData): N | null =>
  names.find((name) => name === form.get(FORM_INPUT)) ?? null
