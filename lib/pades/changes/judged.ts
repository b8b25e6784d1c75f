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
  const { signature, coverage, end, permissions } = bound
  const refused = (change: Pick<Change, 'code' | 'key'>): JudgedChange => ({
    ...change,
    ...{ level: 'other', revision: pdf.last.index, allowed: false },
  })
  const lost = signature.standing === 'unreachable' ? [refused({ code: 'signature-unreachable' })] : []
  const { revision, faults } = coverage
  if (revision === undefined) {
    // Bytes follow what was signed, but no revision ends there, so nobody can tell what they changed.
    const outlived = faults.includes('ends-inside-revision') && end < pdf.source.size
    return outlived ? [...lost, refused({ code: 'structure-odd', key: 'ends-inside-revision' })] : lost
  }
  const later = changes
    .filter((change) => change.revision > revision.index)
    .map((change) => ({ ...asLoosening(permissions, change), allowed: allows(permissions, change) }))
  // Written again it may mean the same, yet it is no longer the dictionary that was signed.
  const isTold = later.some(({ code }) => code === 'signature-changed' || code === 'signature-removed')
  const code = signature.standing === 'replaced' ? 'signature-changed' : 'signature-removed'
  const moved = signature.standing === 'current' || lost.length > 0 || isTold ? [] : [refused({ code })]
  return [...lost, ...moved, ...later]
}
