import { isRevocationOpen } from '@/lib/pades'
import type { SecurityStore, ValidationReport } from '@/lib/pades'
import { namesEqual } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'

/** A certificate whose state nothing in the file tells, and who issued it. */
export type OpenQuestion = { certificate: Certificate; issuer: Certificate }

/** What authorities answered, and when the last answer came; null when none did. */
export type RevocationAnswers = { store: SecurityStore; receivedAt: Date | null }

/** What was found out about one certificate’s path to a root: why it does not pass, and as far as it goes. */
export type PathOutcome = { because: string; path: readonly Certificate[]; missing: readonly Certificate[] }

/** What came of the paths of all signatures and timestamps of a file. */
export function pathOutcomesIn({ signatures }: ValidationReport): PathOutcome[] {
  return signatures.flatMap(({ verdict, path, missing, timestamps }) => [
    { because: verdict.because, path, missing },
    ...timestamps,
  ])
}

/**
 * The certificates whose revocation kept a signature or timestamp from being decided. Only paths that lead to a trusted root
 * are looked at, so the addresses asked are ones a trusted authority wrote, never ones the file's author made up.
 */
export function openQuestions(outcomes: readonly PathOutcome[], anchors: readonly Anchor[]): OpenQuestion[] {
  const open = new Map<string, OpenQuestion>()
  for (const { path } of outcomes.filter(({ because }) => isRevocationOpen(because))) {
    for (const [place, certificate] of path.entries()) {
      const issuer = path[place + 1] ?? anchorAbove(certificate, anchors)
      if (issuer !== undefined) open.set(`${issuer.subject.text}:${certificate.serial}`, { certificate, issuer })
    }
  }
  return [...open.values()]
}

function anchorAbove({ issuer }: Certificate, anchors: readonly Anchor[]): Certificate | undefined {
  return anchors.find(({ name }) => namesEqual(name, issuer))?.certificate
}
