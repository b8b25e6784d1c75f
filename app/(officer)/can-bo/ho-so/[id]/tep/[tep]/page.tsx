import { notFound } from 'next/navigation'
import { FileViewer } from '@/components/dossier/file-viewer'
import { paths } from '@/lib/dossiers'
import { readableFile, recordFileOpened } from '@/lib/dossiers/server'
import { verdictsOn } from '@/lib/signing/server'
import { officerContext } from '../../../../../../officer-signed-in'

type Props = { params: Promise<{ id: string; tep: string }> }

/** A submitted file viewed in place: pictures of its pages, nothing of it is run. */
export default async function OfficerFilePage({ params }: Props) {
  const { id, tep } = await params
  const ctx = await officerContext(paths.officerFile(id, tep))
  const file = await readableFile(ctx, tep)
  if (file === null || file.dossierId !== id) notFound()
  const [verdicts] = await Promise.all([verdictsOn(ctx.db, [file.sha256]), recordFileOpened(ctx, file)])
  const summary = verdicts.get(file.sha256)?.summary
  return <FileViewer {...{ file, summary, dossierId: id, locale: ctx.locale }} />
}
