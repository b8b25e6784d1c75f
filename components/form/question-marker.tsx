/** Tells the server that the question was on the page: an empty box or list sends nothing of its own. */
export function QuestionMarker({ name }: { name: string }) {
  return <input type="hidden" name="_asked" value={name} />
}
