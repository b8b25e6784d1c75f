import { z } from 'zod'
import { MAX_MISSING } from './check-limits'

/** What passes between the portal and a browser that judges a file by itself: certificates and answers, never the file. */

const bytesUpTo = (characters: number) =>
  z
    .base64()
    .max(characters)
    .transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))

const evidence = bytesUpTo(16 * 1024 ** 2)
const certificate = bytesUpTo(16_384)

/** The roots trusted now, by the portal's clock. */
export const trustedRoots = z.object({
  now: z.iso.datetime().transform((text) => new Date(text)),
  roots: z.array(z.object({ set: z.string(), certificate: evidence })),
})

/** Certificates whose state is not known, with those above them; in the second round lists are asked for. */
export const revocationQuestions = z.object({
  round: z.int().min(1).max(2),
  questions: z
    .array(z.object({ certificate, issuer: certificate }))
    .min(1)
    .max(12),
})

export const revocationAnswers = z.object({
  receivedAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable(),
  ocsps: z.array(evidence),
  crls: z.array(evidence),
})

/** Certificates whose issuer is missing. */
export const issuersWanted = z.object({ certificates: z.array(certificate).min(1).max(MAX_MISSING) })

/** What is known of their issuers; more may be known in a moment while it is pending. */
export const issuersFound = z.object({ certificates: z.array(evidence), isPending: z.boolean() })
