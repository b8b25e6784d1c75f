import 'server-only'
import { and, eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { issuedDocuments } from '@/db/schema/dossiers'
import type { Rendered, RenderOptions } from '@/lib/documents'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { bytesToStream } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Sealed } from '@/lib/signing/server'
import { sealPaper } from '@/lib/signing/server'
import type { Dossier } from '../dossier/dossier'
import { acknowledgementOf, receiptOf, refusalOf, supplementRequestOf, terminationNoticeOf } from './paper-data'
import type { PaperKind } from './paper-kinds'
import { takePaperNumber } from './paper-number'
import { resultPaperOf } from './paper-result'
import type { PaperSource } from './paper-source'
import { paperSource } from './paper-source'
import { signedResult } from './result-signings'
import { faceOf } from './unsigned'
import { recordOnDossier } from '../dossier/acts'

/** The series a paper is numbered in; null where it carries the dossier's or the result's own number. */
const SERIES: Record<PaperKind, string | null> = {
  acknowledgement: null,
  receipt: 'TNHS',
  supplementRequest: 'HDHS',
  refusal: 'TCHS',
  terminationNotice: 'TB-MC',
  result: null,
}

/**
 * Makes an official paper, seals it where its agency has a seal here, and keeps it by content: once for each occasion, however
 * often the job runs. What cannot be sealed now is not issued: the job comes again, with the same number.
 */
export async function issuePaper(ctx: Ctx, dossier: Dossier, kind: PaperKind, occasion: string): Promise<void> {
  if (await isIssued(ctx, dossier.id, kind, occasion)) return
  const series = SERIES[kind]
  const number = series === null ? '' : await takePaperNumber(ctx, dossier, { kind, occasion, series })
  const [source, fonts] = await Promise.all([paperSource(ctx, dossier), officialFonts()])
  const face = faceOf(kind, source.isSigned)
  const options = { number: number.split('/')[0] ?? '', occasion, fonts, now: ctx.now, ...face }
  const signed = kind === 'result' ? await signedResult(ctx, dossier.id) : null
  const paper = signed ?? (await render(source, kind, options))
  const sealed = await sealPaper(ctx, {
    ...{ agencyCode: dossier.agencyCode, agencyName: source.agencyName, bytes: paper.bytes },
    ...{ place: paper.places.organisation, reason: `Phát hành văn bản, hồ sơ ${source.lookUp.code}` },
  })
  await keep(
    ctx,
    { dossierId: dossier.id, kind, occasion, number: numberShown(source, kind, number) },
    sealed,
    paper.bytes,
  )
}

/** A result carries the number it was approved with, all others their own. */
function numberShown({ result }: PaperSource, kind: PaperKind, number: string): string {
  return kind === 'result' ? (result?.number?.split(':')[1] ?? '') : number
}

type Paper = { dossierId: string; kind: PaperKind; occasion: string; number: string }

/** Writes the paper down with its ceremony; one made by another run meanwhile stays. */
async function keep(ctx: Ctx, paper: Paper, sealed: Sealed | null, plain: Uint8Array): Promise<void> {
  const { sha256, size } = await ctx.ports.blobs.put(bytesToStream(sealed?.bytes ?? plain))
  const row = { id: ctx.newId(), ...paper, sha256, size, issuedAt: ctx.now }
  const signed = sealed && { signedLevel: sealed.level, timestampEndsAt: sealed.timestampEndsAt }
  await inTransaction(ctx, async (ctx) => {
    const added = await ctx.db
      .insert(issuedDocuments)
      .values({ ...row, ...signed })
      .onConflictDoNothing()
      .returning({ id: issuedDocuments.id })
    if (added.length === 0) return
    const data = { documentId: row.id, kind: paper.kind, number: paper.number, sha256 }
    if (sealed !== null)
      await recordOnDossier(ctx, paper.dossierId, {
        type: 'dossier.paperSealed',
        data: { ...data, ...sealed.ceremony },
      })
    await recordOnDossier(ctx, paper.dossierId, { type: 'dossier.paperIssued', data })
  })
}

function render(
  source: PaperSource,
  kind: PaperKind,
  options: { number: string; occasion: string } & RenderOptions,
): Promise<Rendered> {
  switch (kind) {
    case 'acknowledgement':
      return renderDocument(kind, acknowledgementOf(source), options)
    case 'receipt':
      return renderDocument(kind, receiptOf(source, options.number), options)
    case 'supplementRequest':
      return renderDocument(kind, supplementRequestOf(source, options.number, options.occasion), options)
    case 'refusal':
      return renderDocument(kind, refusalOf(source, options.number), options)
    case 'terminationNotice':
      return renderDocument(kind, terminationNoticeOf(source, options.number), options)
    case 'result':
      return renderDocument(kind, resultPaperOf(source), options)
  }
}

async function isIssued(ctx: Ctx, dossierId: string, kind: string, occasion: string): Promise<boolean> {
  const { dossierId: ofDossier, kind: ofKind, occasion: ofOccasion, id } = issuedDocuments
  const [row] = await ctx.db
    .select({ id })
    .from(issuedDocuments)
    .where(and(eq(ofDossier, dossierId), eq(ofKind, kind), eq(ofOccasion, occasion)))
    .limit(1)
  return row !== undefined
}
