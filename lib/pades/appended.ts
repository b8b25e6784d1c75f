import { ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { openPdf } from '@/lib/pdf'
import type { ByteSource, PdfFault } from '@/lib/pdf'
import type { Change, ChangeLevel } from './changes/change'
import { changesAfter } from './changes/compare'

/** Desktop programs also tag the new field and say in which order fields are gone through. */
const OF_A_SIGNATURE: ReadonlySet<ChangeLevel> = new Set(['sign', 'archive', 'structure'])

/**
 * What the bytes behind the first `baseSize` add to a document beside one signature and its evidence: for whoever takes a
 * signature made elsewhere, where the validator cannot help, because nothing before that signature forbids a change.
 * @returns the changes that are no part of signing; `structure-odd` when the base is no whole revision of the file, and
 * `signature-added` when there is not exactly one. Errors: the file cannot be read as PDF.
 */
export async function changesBesideSignature(
  source: ByteSource,
  baseSize: number,
): Promise<Result<readonly Change[], PdfFault>> {
  const opened = await openPdf(source)
  if (!opened.ok) return opened
  const { revisions } = opened.value
  const base = revisions.findLast(({ end }) => end <= baseSize)
  if (base === undefined) return ok([{ code: 'structure-odd', level: 'other', revision: 0 }])
  const changes = await changesAfter(opened.value, base.index)
  const added = changes.filter(({ code }) => code === 'signature-added')
  const others = changes.filter(({ code, level }) => !OF_A_SIGNATURE.has(level) && code !== 'tab-order')
  return added.length === 1 ? ok(others) : ok([...others, ...added])
}
