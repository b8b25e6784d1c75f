import 'server-only'
import type { Preview } from '@/lib/attachments/server'
import { previewOf } from '@/lib/attachments/server'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { bytesToStream, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { RESULT_NUMBER } from './paper-number'
import { draftPaperOf } from './paper-result'
import type { PaperSource } from './paper-source'
import { paperSource } from './paper-source'
import { find } from '../dossier/repository'
import { faceOf } from './unsigned'

/** A proposal as the paper it would become, kept by its content. */
export type DraftPaper = { sha256: string; size: number; pages: number }

/** Who will sign is not known before it is signed. */
const NOBODY_YET = '……………………'

/** The proposal of a dossier on an officer's desk, set as a paper with DỰ THẢO across it; null once it is decided, or before. */
export async function draftPaper(ctx: Ctx, id: string): Promise<DraftPaper | null> {
  const source = await proposalSource(ctx, id)
  if (source?.result == null || source.result.approvedAt !== null) return null
  const at = source.result.draftedAt
  const data = draftPaperOf(
    { ...source, checkUrl: null, actor: () => ({ name: NOBODY_YET, at }) },
    RESULT_NUMBER.series,
  )
  const face = faceOf('result', source.isSigned)
  const paper = await renderDocument('result', data, { fonts: await officialFonts(), now: at, isDraft: true, ...face })
  return { ...(await ctx.ports.blobs.put(bytesToStream(paper.bytes))), pages: paper.pages }
}

async function proposalSource(ctx: Ctx, id: string): Promise<PaperSource | null> {
  if (ctx.actor.kind !== 'officer' || !uuid.safeParse(id).success) return null
  const dossier = await find(ctx, id)
  return dossier === null ? null : paperSource(ctx, dossier)
}

/** A picture of one page (from 0) of it. */
export async function draftPicture(ctx: Ctx, id: string, page: number): Promise<Preview> {
  const paper = await draftPaper(ctx, id)
  return paper === null
    ? { kind: 'no-such-page' }
    : previewOf(ctx, { ...paper, mediaType: 'application/pdf' }, page, 1240)
}
