import 'server-only'
import { and, asc, eq, getTableColumns, isNotNull, ne } from 'drizzle-orm'
import { dossiers, issuedDocuments, paperNumbers } from '@/db/schema/dossiers'
import { resultSignings } from '@/db/schema/result-signings'
import { normaliseSubmissionCode } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { State } from '../dossier/state'
import { stateOf } from '../dossier/state'

export type IssuedDocument = typeof issuedDocuments.$inferSelect

/** `signedBy` is the leader who signed a result; every paper may be sealed. */
export type SignedPaper = IssuedDocument & { signedBy: string | null }

/** The official papers made for a dossier, oldest first; whether the viewer may know of the dossier is decided before. */
export async function issuedFor(
  ctx: Ctx,
  dossierId: string,
  { withResult }: { withResult: boolean },
): Promise<SignedPaper[]> {
  const signed = ctx.db
    .select({ dossierId: resultSignings.dossierId, signedBy: resultSignings.signedBy })
    .from(resultSignings)
    .where(and(eq(resultSignings.dossierId, dossierId), isNotNull(resultSignings.signedAt)))
    .limit(1)
    .as('signed')
  return ctx.db
    .select({ ...getTableColumns(issuedDocuments), signedBy: signed.signedBy })
    .from(issuedDocuments)
    .leftJoin(signed, and(eq(signed.dossierId, issuedDocuments.dossierId), eq(issuedDocuments.kind, 'result')))
    .where(and(eq(issuedDocuments.dossierId, dossierId), withResult ? undefined : ne(issuedDocuments.kind, 'result')))
    .orderBy(asc(issuedDocuments.issuedAt))
}

/** All that whoever holds a paper may learn of it: which paper it is and how far its dossier is; nobody's name, no content. */
export type HeldPaper = {
  kind: string
  number: string
  agencyCode: string
  dossierCode: string
  state: State
  /** Null while a paper that has its code already is still being signed. */
  issued: { sha256: string; at: Date } | null
}

/** The paper that carries this code. */
export async function heldPaper(ctx: Pick<Ctx, 'db'>, typed: string): Promise<HeldPaper | null> {
  const { dossierId, kind, occasion, number, checkCode } = paperNumbers
  const isPaper = and(
    eq(issuedDocuments.dossierId, dossierId),
    eq(issuedDocuments.kind, kind),
    eq(issuedDocuments.occasion, occasion),
  )
  const [row] = await ctx.db
    .select({ kind, number, paper: issuedDocuments, dossier: dossiers })
    .from(paperNumbers)
    .innerJoin(dossiers, eq(dossiers.id, dossierId))
    .leftJoin(issuedDocuments, isPaper)
    .where(eq(checkCode, normaliseSubmissionCode(typed.slice(0, 60))))
    .limit(1)
  if (row === undefined) return null
  const { dossier, paper } = row
  return {
    ...{ kind: row.kind, number: row.number, agencyCode: dossier.agencyCode },
    ...{ dossierCode: dossier.dossierCode ?? dossier.submissionCode, state: stateOf(dossier.state) },
    issued: paper && { sha256: paper.sha256, at: paper.issuedAt },
  }
}
