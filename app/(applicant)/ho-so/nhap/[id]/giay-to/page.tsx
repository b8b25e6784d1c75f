import { redirect } from 'next/navigation'
import { DocumentsPage } from '@/components/draft/documents-page'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import { ERRORS } from '@/lib/kernel'
import type { ErrorCode } from '@/lib/kernel'
import { detachAction } from '../actions'
import { openedDraft } from '../opened-draft'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | undefined>> }

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

export default async function DraftDocumentsPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const { ctx, opened } = await openedDraft(id, paths.draftDocuments(id))
  if (!opened.journey.complete) redirect(paths.draft(id))
  const code = asked['loi'] ?? ''
  const detail = Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) =>
      key.startsWith('t.') && value !== undefined ? [[key.slice(2), value]] : [],
    ),
  )
  const refusal = isCode(code)
    ? { requirement: asked['muc'] ?? '', words: say(ERRORS[code].words, ctx.locale, detail) }
    : null
  return <DocumentsPage opened={opened} refusal={refusal} detach={detachAction.bind(null, id)} locale={ctx.locale} />
}
