import 'server-only'
import { and, eq, gt, lt } from 'drizzle-orm'
import { z } from 'zod'
import { remoteSignings } from '@/db/schema/signing'
import { userIdOf } from '@/lib/access'
import { seal, tokenHash, unseal } from '@/lib/accounts/server'
import type { Ctx } from '@/lib/ports'

const LIFE_MS = 15 * 60_000

const binary = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))
const begun = z.object({ stage: z.literal('certificates'), verifier: z.string() })
const algorithm = z.object({
  scheme: z.enum(['rsa-pkcs1', 'rsa-pss', 'ecdsa', 'ed25519']),
  digest: z.enum(['SHA-256', 'SHA-384', 'SHA-512']),
  name: z.string(),
})
const credential = z.object({ id: z.string(), certificate: binary, chain: z.array(binary), algorithm })
const choosing = z.object({ stage: z.literal('choice'), credentials: z.array(credential) })
const document = z.object({
  ref: z.string(),
  appendix: binary,
  byteRange: z.tuple([z.literal(0), z.number(), z.number(), z.number()]),
  fieldName: z.string(),
  baseSize: z.number(),
  baseSha256: z.string(),
  contentDigest: binary,
})
const prepared = z.object({
  stage: z.literal('signature'),
  verifier: z.string(),
  credential,
  documents: z.array(document).min(1),
})
const step = z.discriminatedUnion('stage', [begun, choosing, prepared])

/** What one step of a remote signature must remember until the person comes back. */
export type RemoteStep = z.infer<typeof step>
export type PreparedStep = z.infer<typeof prepared>
export type PreparedDocument = z.infer<typeof document>
/** What is being signed: one file of an applicant, or a batch of results. */
export type RemoteSubject = { kind: 'attachment' | 'batch'; id: string }

const asText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value

/** Remembers a step under its state; steps left lying are swept on the way. */
export async function keepStep(ctx: Ctx, of: RemoteSubject, state: string, step: RemoteStep): Promise<void> {
  const stateHash = tokenHash(state)
  const text = JSON.stringify(step, asText)
  const sealed = seal(
    ctx.ports.secrets.personalData,
    { purpose: 'remote-signing', owner: stateHash },
    text,
    ctx.random(12),
  )
  const expiresAt = new Date(ctx.now.getTime() + LIFE_MS)
  await ctx.db.delete(remoteSignings).where(lt(remoteSignings.expiresAt, ctx.now))
  await ctx.db
    .insert(remoteSignings)
    .values({ stateHash, userId: userIdOf(ctx.actor) ?? '', ...columnsOf(of), sealed, expiresAt })
}

function columnsOf({ kind, id }: RemoteSubject) {
  return kind === 'attachment' ? { attachmentId: id } : { batchId: id }
}

export type KeptStep = { of: RemoteSubject; step: RemoteStep }

const mine = (ctx: Ctx, state: string) =>
  and(
    eq(remoteSignings.stateHash, tokenHash(state)),
    eq(remoteSignings.userId, userIdOf(ctx.actor) ?? ''),
    gt(remoteSignings.expiresAt, ctx.now),
  )

function openStep(ctx: Ctx, row: typeof remoteSignings.$inferSelect | undefined): KeptStep | null {
  if (row === undefined) return null
  const owner = { purpose: 'remote-signing', owner: row.stateHash } as const
  const text = unseal(ctx.ports.secrets.personalData, owner, row.sealed)
  const of: RemoteSubject =
    row.attachmentId === null ? { kind: 'batch', id: row.batchId ?? '' } : { kind: 'attachment', id: row.attachmentId }
  return { of, step: step.parse(JSON.parse(text)) }
}

/** The step of the person who began it, still waiting. */
export async function waitingStep(ctx: Ctx, state: string): Promise<KeptStep | null> {
  const [row] = await ctx.db.select().from(remoteSignings).where(mine(ctx, state)).limit(1)
  return openStep(ctx, row)
}

/** Takes the step: whoever comes again with the same state finds nothing. */
export async function takeStep(ctx: Ctx, state: string): Promise<KeptStep | null> {
  const [row] = await ctx.db.delete(remoteSignings).where(mine(ctx, state)).returning()
  return openStep(ctx, row)
}
