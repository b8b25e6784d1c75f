export type TermMark = 'overdue' | 'near'

/** How a dossier stands to the moment by which somebody must act: the tabs `qua-han` and `sap-den-han` in the same words. */
export function termMark({ actBy }: { actBy: Date | null }, now: Date, nearBefore: Date): TermMark | null {
  if (actBy === null) return null
  if (actBy < now) return 'overdue'
  return actBy < nearBefore ? 'near' : null
}
