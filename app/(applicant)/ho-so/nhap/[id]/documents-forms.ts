import 'server-only'
import { DOCUMENTS_FORMS, formNameIn } from '@/components/draft/draft-forms'
import type { DocumentsFormName } from '@/components/draft/draft-forms'
import { detachFile, planFile } from '@/lib/dossiers/server'
import { err, uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

type Act = (ctx: Ctx, draftId: string, form: FormData) => Promise<Result<unknown, DomainError>>

const ACTS: Readonly<Record<DocumentsFormName, Act>> = {
  'xoa-tep': async (ctx, draftId, form) => {
    const file = uuid.safeParse(form.get('tep'))
    return file.success ? detachFile(ctx, draftId, file.data) : err({ code: 'not-found' })
  },
  'thay-tep': planFile,
}

/** Does what a form of the page of documents asks for. */
export async function sendDocumentsForm(
  ctx: Ctx,
  draftId: string,
  form: FormData,
): Promise<Result<unknown, DomainError>> {
  const name = formNameIn(DOCUMENTS_FORMS, form)
  if (name === null || !uuid.safeParse(draftId).success) return err({ code: 'not-found' })
  return ACTS[name](ctx, draftId, form)
}
