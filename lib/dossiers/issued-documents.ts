import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { issuedDocuments } from '@/db/schema/dossiers'
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
