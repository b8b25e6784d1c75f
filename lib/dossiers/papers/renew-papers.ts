import 'server-only'
import { and, asc, eq, lt, ne, or } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { issuedDocuments } from '@/db/schema/dossiers'
import { bytesToStream } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { renewProof } from '@/lib/signing/server'
import type { IssuedDocument } from './issued-documents'
import { blobBytes } from './result-signings'
import { recordOnDossier } from '../dossier/acts'

/** So long before a timestamp's certificate ends there must be a newer proof: time enough for many failed nights. */
const AHEAD_DAYS = 90
/** As many as a night has room for; the most urgent come first. */
const BATCH = 5_000

/** Gives papers their long-lasting proof, and renews it in time. One that fails keeps the others from nothing. */
export async function renewDuePapers(ctx: Ctx): Promise<void> {
  const failures: string[] = []
  for (const paper of await duePapers(ctx)) {
    try {
      await renew(ctx, paper)
    } catch (error) {
      failures.push(`${paper.id}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failures.length > 0)
    throw new Error(`${String(failures.length)} papers not renewed: ${failures.slice(0, 5).join('; ')}`)
}

function duePapers(ctx: Ctx): Promise<IssuedDocument[]> {
  const { signedLevel, timestampEndsAt } = issuedDocuments
  const soon = new Date(ctx.now.getTime() + AHEAD_DAYS * 86_400_000)
  return ctx.db
    .select()
    .from(issuedDocuments)
    .where(and(ne(signedLevel, 'unsigned'), or(eq(signedLevel, 'B-LT'), lt(timestampEndsAt, soon))))
    .orderBy(asc(timestampEndsAt))
    .limit(BATCH)
}

async function renew(ctx: Ctx, paper: IssuedDocument): Promise<void> {
  const { bytes, level, timestampEndsAt } = await renewProof(ctx, await blobBytes(ctx, paper.sha256))
  const { sha256, size } = await ctx.ports.blobs.put(bytesToStream(bytes))
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(issuedDocuments)
      .set({ sha256, size, signedLevel: level, timestampEndsAt })
      .where(and(eq(issuedDocuments.id, paper.id), eq(issuedDocuments.sha256, paper.sha256)))
      .returning({ id: issuedDocuments.id })
    if (changed.length === 0) return
    const data = {
      documentId: paper.id,
      previousSha256: paper.sha256,
      sha256,
      level,
      timestampEndsAt: timestampEndsAt.toISOString(),
    }
    await recordOnDossier(ctx, paper.dossierId, { type: 'dossier.paperRenewed', data })
  })
}
