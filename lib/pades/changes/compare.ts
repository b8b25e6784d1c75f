import { PdfFault } from '@/lib/pdf'
import type { AnomalyCode, Pdf, Revision } from '@/lib/pdf'
import { compareAnnotations } from './annotations'
import { compareCatalogs } from './catalog'
import type { Change } from './change'
import { compareForms, readForms } from './form'
import { compareCore } from './pages'
import { extendReach, newReach } from './reach'
import type { Reach } from './reach'
import { attributeRest } from './regions'
import { asRenewal } from './security-store'
import { openStep } from './step'
import { reportUnused } from './unused'

/** Oddities by which unsigned bytes could pass for signed ones. */
const GRAVE: ReadonlySet<AnomalyCode> = new Set([
  'catalog-unreachable',
  'object-beyond-revision',
  'object-beyond-size',
  'object-mismatch',
  'revision-end-missing',
  'structure-rebuilt',
  'trailing-bytes',
  'xref-order',
])

/**
 * Every change made after the revision with index `from`, revision by revision (EN 319 102-1 section 5.2, ISO 32000-2
 * section 12.8.2.2). What cannot be compared within bounds is itself reported, as `too-complex`.
 */
export async function changesAfter(pdf: Pdf, from: number): Promise<Change[]> {
  const changes: Change[] = []
  const reach = newReach()
  try {
    for (const after of pdf.revisions.slice(from + 1)) changes.push(...(await compareStep(pdf, reach, after)))
  } catch (error) {
    if (!(error instanceof PdfFault)) throw error
    changes.push({ code: 'too-complex', level: 'other', revision: pdf.last.index })
  }
  return [...changes.map((change) => asRenewal(change, changes)), ...grave(pdf)]
}

async function compareStep(pdf: Pdf, reach: Reach, after: Revision): Promise<Change[]> {
  const before = pdf.revisions[after.index - 1]
  if (before === undefined) return []
  if (reach.core.size === 0) await extendReach(pdf, before, reach, [])
  const step = await openStep(pdf, before, after, reach)
  const written = [...step.touched.keys()]
  const forms = await readForms(step)
  await compareCatalogs(step, forms)
  const pages = await compareCore(step, forms)
  await compareForms(step, forms)
  await compareAnnotations(step, forms, pages)
  await attributeRest(step, forms)
  await extendReach(pdf, after, reach, written)
  await reportUnused(step)
  return step.changes
}

/** Whether the file is so irregular that readers may see different documents. */
export function hasGraveOddity({ anomalies }: Pdf): boolean {
  return anomalies.some(({ code }) => GRAVE.has(code))
}

/** Oddities are noticed while reading; they count against every signature that does not cover them. */
function grave({ anomalies, last }: Pdf): Change[] {
  return anomalies
    .filter(({ code }) => GRAVE.has(code))
    .map(({ code, object, revision }) => ({
      code: code === 'trailing-bytes' ? 'bytes-after-end' : 'structure-odd',
      level: 'other',
      revision: code === 'trailing-bytes' ? last.index + 1 : (revision ?? last.index),
      key: code,
      ...(object === undefined ? {} : { object }),
    }))
}
