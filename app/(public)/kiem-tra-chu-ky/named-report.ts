import 'server-only'
import { heldPaper } from '@/lib/dossiers/server'
import type { Ctx } from '@/lib/ports'
import { withoutPersonalIds } from '@/lib/signing'
import { currentVerdict, findReport } from '@/lib/signing/server'
import type { ReportOn } from '@/lib/signing/server'

/** The report by its address: on a file somebody brought, or on the issued paper that carries this code. */
export async function namedReport(ctx: Ctx, id: string): Promise<ReportOn | null> {
  const stored = await findReport(ctx, id)
  if (stored !== null) return stored
  const paper = await heldPaper(ctx, id)
  const report = paper?.issued && (await currentVerdict(ctx, paper.issued.sha256))
  if (!paper?.issued || !report) return null
  const fileName = `${paper.kind}-${paper.number.replaceAll('/', '-')}.pdf`
  return { fileName, sha256: paper.issued.sha256, report: withoutPersonalIds(report) }
}
