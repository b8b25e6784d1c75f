import type { SecurityStore, ValidationReport } from '@/lib/pades'
import { namesEqual } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'

/** A certificate whose state nothing in the file tells, and who issued it. */
export type OpenQuestion = { certificate: Certificate; issuer: Certificate }

/** What authorities answered, and when the last answer came; null when none did. */
export type Answers = { store: SecurityStore; receivedAt: Date | null }

/**
 * The certificates whose revocation kept a signature or timestamp from being decided. Only paths that lead to a trusted root
 * are looked at, so the addresses asked are ones a trusted authority wrote, never ones the file's author made up.
 */
export function openQuestions(report: ValidationReport, anchors: readonly Anchor[]): OpenQuestion[] {
  const undecided = report.signatures.flatMap((signature) => [
    ...(signature.verdict.because === 'revocation-unknown' ? [signature.path] : []),
    ...signature.timestamps.filter(({ because }) => because === 'revocation-unknown').map(({ path }) => path),
  ])
  const open = new Map<string, OpenQuestion>()
  for (const path of undecided) {
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
