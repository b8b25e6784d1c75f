'use server'
import { redirect } from 'next/navigation'
import { forgetTyping } from '@/lib/accounts/server'
import { parseForm, typedValues } from '@/lib/kernel'
import type { DomainError } from '@/lib/kernel'
import { anchorInput, signingPaths } from '@/lib/signing'
import type { AnchorState } from '@/lib/signing'
import { actingContext } from '../../../acting'
import { addAnchor, certificateIn, endAnchor, previewAnchor } from '@/lib/signing/server'

/** First shows what the chosen file holds; adds it when that has been confirmed. */
export async function addAnchorAction(_: AnchorState, form: FormData): Promise<AnchorState> {
  const ctx = await actingContext(signingPaths.trustAnchors(), form)
  const file = await certificateIn(form)
  const input = parseForm(anchorInput, form)
  const refuse = (error: DomainError) => ({ error, typed: typedValues(form) })
  if (!input.ok) return refuse(input.error)
  if (form.get('xac-nhan') === null) {
    const preview = previewAnchor(ctx, file, input.value)
    if (!preview.ok) return refuse(preview.error)
    return { preview: { ...preview.value, ...input.value, certificate: Buffer.from(file).toString('base64') } }
  }
  const done = await addAnchor(ctx, file, input.value)
  if (!done.ok) return refuse(done.error)
  await forgetTyping(ctx, signingPaths.trustAnchors())
  redirect(`${signingPaths.trustAnchors()}?da=${done.value.isNew ? 'them' : 'co-san'}`)
}

export async function endAnchorAction(id: string): Promise<void> {
  const done = await endAnchor(await actingContext(signingPaths.trustAnchors()), id)
  redirect(`${signingPaths.trustAnchors()}?da=${done.ok ? 'ngung' : 'khong-co'}`)
}
