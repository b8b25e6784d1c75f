import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { issuedDocuments } from '@/db/schema/dossiers'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

export type IssuedDocument = typeof issuedDocuments.$inferSelect

/** The official papers made for a dossier, oldest first; whether the viewer may know of the dossier is decided before. */
export async function issuedFor(ctx: Ctx, dossierId: string): Promise<IssuedDocument[]> {
  return ctx.db
    .select()
    .from(issuedDocuments)
    .where(eq(issuedDocuments.dossierId, dossierId))
    .orderBy(asc(issuedDocuments.issuedAt))
}

/** Which bytes were issued under this id: all that whoever holds a paper may learn, so that its signatures can be checked. */
export async function issuedContent(ctx: Ctx, id: string): Promise<{ sha256: string } | null> {
  if (!uuid.safeParse(id).success) return null
  const [row] = await ctx.db
    .select({ sha256: issuedDocuments.sha256 })
    .from(issuedDocuments)
    .where(eq(issuedDocuments.id, id))
    .limit(1)
  return row ?? null
}
