import type { Pdf } from '@/lib/pdf'
import type { CoverageVerdict } from '../coverage'
import type { Standing } from '../signature-field'
import type { Change } from './change'
import { allows, asLoosening } from './permissions'
import type { Permissions } from './permissions'

/** A change made after a signature, and whether that signature let it pass. */
export type JudgedChange = Change & { readonly allowed: boolean }

/** A signature, where it ends, and what it permits. */
type Bound = {
  readonly signature: { readonly standing: Standing }
  readonly coverage: CoverageVerdict
  readonly end: number
  readonly permissions: Permissions
}

/** What was done after a signature, measured by what it permits. */
export function judgedChanges(pdf: Pdf, bound: Bound, changes: readonly Change[]): JudgedChange[] {
  const { permissions, coverage } = bound
  const { revision } = coverage
  const later = revision === undefined ? [] : changes.filter((change) => change.revision > revision.index)
  const judged = later.map((change) => ({ ...asLoosening(permissions, change), allowed: allows(permissions, change) }))
  const refused = [...standingOf(bound, judged), ...uncomparable(pdf, bound)]
  return [
    ...refused.map((change) => ({ ...change, level: 'other' as const, revision: pdf.last.index, allowed: false })),
    ...judged,
  ]
}

type Named = Pick<Change, 'code' | 'key'>

/** What is no longer where it was signed: written again it may mean the same, yet it is not what was signed. */
function standingOf({ signature }: Bound, later: readonly Change[]): Named[] {
  if (signature.standing === 'current') return []
  if (signature.standing === 'unreachable') return [{ code: 'signature-unreachable' }]
  const isTold = later.some(({ code }) => code === 'signature-changed' || code === 'signature-removed')
  if (isTold) return []
  return [{ code: signature.standing === 'replaced' ? 'signature-changed' : 'signature-removed' }]
}

/** Bytes follow what was signed, but no revision ends there, so nobody can tell what they changed. */
function uncomparable(pdf: Pdf, { coverage, end }: Bound): Named[] {
  const isOutlived = coverage.faults.includes('ends-inside-revision') && end < pdf.source.size
  return isOutlived ? [{ code: 'structure-odd', key: 'ends-inside-revision' }] : []
}
