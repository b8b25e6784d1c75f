import { redirect } from 'next/navigation'
import { DocumentsPage } from '@/components/draft/documents-page'
import { paths } from '@/lib/dossiers'
import { missingIn } from '@/lib/dossiers/server'
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
  const refused = asked['loi'] ?? ''
  const detail = Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) =>
      key.startsWith('t.') && value !== undefined ? [[key.slice(2), value]] : [],
    ),
  )
  const refusal = isCode(refused)
    ? { requirement: asked['muc'] ?? '', words: say(ERRORS[refused].words, ctx.locale, detail) }
    : null
  const unsigned = missingIn(opened).filter(({ code }) => code.startsWith('signature-'))
  const detach = detachAction.bind(null, id)
  return <DocumentsPage {...{ opened, refusal, unsigned, detach, locale: ctx.locale }} />
}
