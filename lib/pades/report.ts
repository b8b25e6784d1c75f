import type { Anomaly } from '@/lib/pdf'
import type { Certificate } from '@/lib/trust'
import type { Root } from './chain-judge'
import type { JudgedChange } from './changes/judged'
import type { Damage } from './damage'
import type { Permissions } from './changes/permissions'
import type { Coverage, CoverageFault } from './coverage'
import type { Standing } from './signature-field'
import type { SignatureTimestamp } from './times'
import type { Verdict } from './verdict'

export type { JudgedChange }

/** Everything said about one signature or document timestamp. */
export type SignatureReport = {
  readonly field: string
  /** Further fields that show the same signature. */
  readonly otherFields: readonly string[]
  readonly kind: 'signature' | 'timestamp'
  /** Whether the file still shows it, or a later revision took it away. */
  readonly standing: Standing
  /** The bytes, the digest and the signature value agree; says nothing about trust or later changes. */
  readonly intact: boolean
  readonly verdict: Verdict
  readonly coverage: Coverage
  readonly coverageFaults: readonly CoverageFault[]
  /** The bytes of the file that the signature covers end here; absent when the byte range is malformed. */
  readonly signedUpTo: number | null
  readonly laterChanges: 'none' | 'allowed' | 'forbidden'
  readonly changes: readonly JudgedChange[]
  readonly permissions: Permissions
  readonly certificate: Certificate | null
  readonly path: readonly Certificate[]
  /** Certificates of the way to a root whose issuer is not at hand. */
  readonly missing: readonly Certificate[]
  readonly root: Root | null
  /** What the signer wrote as its time (`/M`, or signing-time); for a timestamp the time it states. */
  readonly claimedTime: Date | null
  /** The earliest time that trusted timestamps prove; null when none does. */
  readonly provenTime: Date | null
  readonly timestamps: readonly SignatureTimestamp[]
  readonly subFilter: string | null
  readonly reason: string | null
  readonly location: string | null
  /** Names of faults and oddities for the log. */
  readonly faults: readonly string[]
  readonly oddities: readonly string[]
}

/** Something that looks like a signature and is none: a field without one, a stamp picture, the remains of a signature. */
export type NotSigned = {
  readonly kind: 'empty-field' | 'stamp-picture' | 'signature-remains'
  readonly field?: string
  readonly page?: number
}

export type ValidationReport = {
  readonly size: number
  readonly revisions: number
  readonly encrypted: boolean
  readonly signatures: readonly SignatureReport[]
  readonly notSigned: readonly NotSigned[]
  readonly anomalies: readonly Anomaly[]
  readonly damage: readonly Damage[]
}
