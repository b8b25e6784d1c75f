import 'server-only'
import { createHash } from 'node:crypto'
import { lt } from 'drizzle-orm'
import { z } from 'zod'
import { answeredChallenges } from '@/db/schema/signing'
import type { ProvenOrganisation } from '@/lib/accounts/server'
import { seal, tokenHash, unseal } from '@/lib/accounts/server'
import { digestOf, parseSignedData, verifySignerInfo } from '@/lib/cms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { certificateWords } from '@/lib/pades'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import type { Certificate } from '@/lib/trust'
import { toHex } from '@/lib/trust'
import { judgeCertificate } from './judge-certificate'
import { challengeText } from '../protocol/challenge-text'
import type { ChallengePurpose } from '../protocol/challenge-text'
import { speakerOf, wrongSubjectWords } from '../requirement/certificate-fault'
import { ANY_ORGANISATION, subjectFault } from '../requirement/signatory'
import type { SubjectFault } from '../requirement/signatory'

const LIFE_MS = 5 * 60_000

/** One question and whose browser it was put to; `sessionId` is of the session that would be confirmed. */
export type SignInQuestion = ChallengePurpose & { sessionId: string | null }

/** Bound to the seal: a challenge opens for nothing but what it was made for. */
function sealOf({ isStepUp, sessionId, tiep }: SignInQuestion) {
  const owner = isStepUp ? `step-up of ${sessionId ?? 'nobody'} for ${tiep}` : `sign-in for ${tiep}`
  return { purpose: 'certificate-challenge', owner } as const
}

const promised = z.object({ until: z.number() })

/** A challenge only we can have made, good for five minutes, once, and what was asked. */
export function newChallenge(ctx: Ctx, purpose: SignInQuestion): string {
  const text = JSON.stringify({ until: ctx.now.getTime() + LIFE_MS, nonce: toHex(ctx.random(16)) })
  return Buffer.from(seal(ctx.ports.secrets.personalData, sealOf(purpose), text, ctx.random(12))).toString('base64url')
}

function isOpen(ctx: Ctx, purpose: SignInQuestion, challenge: string): boolean {
  try {
    const text = unseal(ctx.ports.secrets.personalData, sealOf(purpose), Buffer.from(challenge, 'base64url'))
    return promised.parse(JSON.parse(text)).until > ctx.now.getTime()
  } catch {
    // Not sealed by us, or for another question.
    return false
  }
}

/** Which organisation answered the challenge: signature, purpose, path, revocation and tax code all hold. */
export async function organisationBehind(
  ctx: Ctx,
  purpose: SignInQuestion,
  { challenge, signature }: { challenge: string; signature: Uint8Array },
): Promise<Result<ProvenOrganisation, DomainError>> {
  if (!isOpen(ctx, purpose, challenge)) return err({ code: 'certificate-challenge-expired' })
  const signed = await signerOf(challengeText(ctx.ports.origin, purpose, challenge), signature)
  if (signed === null) return refuse(ctx, { because: 'signature-invalid' })
  const verdict = await judgeCertificate(ctx, signed.certificate, signed.others)
  if (verdict.indication !== 'TOTAL_PASSED') return refuse(ctx, verdict)
  const organisation = organisationOf(ctx, signed.certificate)
  if (organisation.ok && !(await isFirstAnswer(ctx, challenge))) return err({ code: 'certificate-challenge-expired' })
  return organisation
}

function organisationOf(ctx: Ctx, certificate: Certificate): Result<ProvenOrganisation, DomainError> {
  const speaker = speakerOf(certificate)
  const fault = subjectFault(speaker, ANY_ORGANISATION)
  const taxCode = speaker.ids.find(({ kind }) => kind === 'taxCode')?.value
  if (fault !== null || taxCode === undefined) return notAnOrganisation(ctx, fault ?? 'no-tax-code')
  return ok({ taxCode, certificateSha256: createHash('sha256').update(certificate.der).digest('hex') })
}

function notAnOrganisation(ctx: Ctx, fault: SubjectFault): Result<never, DomainError> {
  const reason = wrongSubjectWords(fault, ANY_ORGANISATION)[ctx.locale]
  return err({ code: 'certificate-refused', detail: { reason } })
}

function refuse(ctx: Ctx, why: { because: string; about?: string }): Result<never, DomainError> {
  return err({ code: 'certificate-refused', detail: { reason: certificateWords(why)[ctx.locale] } })
}

type Signed = { certificate: Certificate; others: readonly Uint8Array[] }

async function signerOf(content: Uint8Array, cms: Uint8Array): Promise<Signed | null> {
  const data = parseSignedData(cms)
  const [signer, second] = data.ok ? data.value.signers : []
  if (!data.ok || signer === undefined || second !== undefined) return null
  const check = { data: data.value, signer, contentDigest: (oid: string) => digestOf(oid, content) }
  const { certificate, isIntact, faults } = await verifySignerInfo(check, nodeEngine)
  if (certificate === undefined || !isIntact || faults.length > 0) return null
  return { certificate, others: data.value.certificates }
}

async function isFirstAnswer(ctx: Ctx, challenge: string): Promise<boolean> {
  await ctx.db.delete(answeredChallenges).where(lt(answeredChallenges.expiresAt, ctx.now))
  const row = { challengeHash: tokenHash(challenge), expiresAt: new Date(ctx.now.getTime() + LIFE_MS) }
  const [inserted] = await ctx.db.insert(answeredChallenges).values(row).onConflictDoNothing().returning()
  return inserted !== undefined
}
