import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { resultSignings } from '@/db/schema/result-signings'
import { localDate } from '@/lib/calendar'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from '../dossier/dossier'

const rect = z.object({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const places = z.object({ person: rect.optional(), organisation: rect.optional() })

/** A result as it was shown for signature, and the signature once there is one. */
export type ResultSigning = typeof resultSignings.$inferSelect
export const placesOf = (signing: ResultSigning) => places.parse(signing.places)

/** The result made for signature in this state of the dossier, on this day. */
export async function currentSigning(
  db: Database,
  { id, version }: Pick<Dossier, 'id' | 'version'>,
  now: Date,
): Promise<ResultSigning | null> {
  const { dossierId, dossierVersion, issueDay } = resultSignings
  const [row] = await db
    .select()
    .from(resultSignings)
    .where(and(eq(dossierId, id), eq(dossierVersion, version), eq(issueDay, localDate(now))))
  return row ?? null
}

export async function signingById(db: Database, id: string): Promise<ResultSigning | null> {
  const [row] = await db.select().from(resultSignings).where(eq(resultSignings.id, id))
  return row ?? null
}

/** The signing that approved this dossier's result, if a leader signed it. */
export async function signedSigning(db: Database, dossierId: string): Promise<ResultSigning | null> {
  const [row] = await db
    .select()
    .from(resultSignings)
    .where(and(eq(resultSignings.dossierId, dossierId), isNotNull(resultSignings.signedAt)))
    .limit(1)
  return row ?? null
}

export async function blobBytes(ctx: Ctx, sha256: string): Promise<Uint8Array> {
  const stream = await ctx.ports.blobs.read(sha256)
  if (stream === null) throw new Error(`blob ${sha256} is missing`)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The result a leader signed, if one did, with the room left for the seal. */
export async function signedResult(ctx: Ctx, dossierId: string) {
  const signing = await signedSigning(ctx.db, dossierId)
  if (signing?.signedSha256 == null) return null
  return { bytes: await blobBytes(ctx, signing.signedSha256), places: placesOf(signing) }
}
