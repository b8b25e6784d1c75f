import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { issuedDocuments } from '@/db/schema/dossiers'
import { renderDocument } from '@/lib/documents'
import type { Fonts, Rendered } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { record } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { nextDocumentNumber } from './codes'
import type { Dossier } from './dossier'
import { acknowledgementOf, receiptOf, refusalOf, supplementRequestOf, terminationNoticeOf } from './paper-data'
import { resultPaperOf } from './paper-result'
import { paperSource } from './paper-source'
import type { PaperSource } from './paper-source'

export const PAPER_KINDS = [
  'acknowledgement',
  'receipt',
  'supplementRequest',
  'refusal',
  'terminationNotice',
  'result',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

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
 * Makes an official paper and keeps it by content: once for each occasion, however often the job runs. The number is
 * taken in the transaction that writes the paper down, so a failed attempt leaves no gap.
 */
export async function issuePaper(ctx: Ctx, dossier: Dossier, kind: PaperKind, occasion: string): Promise<void> {
  if (await isIssued(ctx, dossier.id, kind, occasion)) return
  const [source, fonts] = await Promise.all([paperSource(ctx, dossier), officialFonts()])
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${dossier.id}`}, 0))`)
    if (await isIssued({ db: tx }, dossier.id, kind, occasion)) return
    await issueWith(tx, ctx, { source, fonts, kind, occasion })
  })
}

type Issuing = { source: PaperSource; fonts: Fonts; kind: PaperKind; occasion: string }

async function issueWith(tx: Tx, ctx: Ctx, { source, fonts, kind, occasion }: Issuing): Promise<void> {
  const series = SERIES[kind]
  const number = series === null ? '' : await nextDocumentNumber(tx, source.dossier.agencyCode, series, ctx.now)
  const rendered = await render(source, kind, { number: number.split('/')[0] ?? '', occasion, fonts, now: ctx.now })
  const { sha256, size } = await ctx.ports.blobs.put(single(rendered.bytes))
  const id = ctx.newId()
  const shown = kind === 'result' ? (source.result?.number?.split(':')[1] ?? '') : number
  await tx
    .insert(issuedDocuments)
    .values({ id, dossierId: source.dossier.id, kind, occasion, number: shown, sha256, size, issuedAt: ctx.now })
  await record(tx, ctx, {
    subject: { kind: 'dossier', id: source.dossier.id },
    action: 'dossier.paperIssued',
    data: { documentId: id, kind, number: shown, sha256 },
  })
}

function render(
  source: PaperSource,
  kind: PaperKind,
  made: { number: string; occasion: string; fonts: Fonts; now: Date },
): Promise<Rendered> {
  switch (kind) {
    case 'acknowledgement':
      return renderDocument(kind, acknowledgementOf(source), made)
    case 'receipt':
      return renderDocument(kind, receiptOf(source, made.number), made)
    case 'supplementRequest':
      return renderDocument(kind, supplementRequestOf(source, made.number, made.occasion), made)
    case 'refusal':
      return renderDocument(kind, refusalOf(source, made.number), made)
    case 'terminationNotice':
      return renderDocument(kind, terminationNoticeOf(source, made.number), made)
    case 'result':
      return renderDocument(kind, resultPaperOf(source), made)
  }
}

async function isIssued(
  ctx: { db: Ctx['db'] | Tx },
  dossierId: string,
  kind: string,
  occasion: string,
): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: issuedDocuments.id })
    .from(issuedDocuments)
    .where(
      and(
        eq(issuedDocuments.dossierId, dossierId),
        eq(issuedDocuments.kind, kind),
        eq(issuedDocuments.occasion, occasion),
      ),
    )
    .limit(1)
  return row !== undefined
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
