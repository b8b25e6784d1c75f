import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { SignPage } from '@/components/signature/sign-page'
import { paths } from '@/lib/dossiers'
import { signableFile } from '@/lib/dossiers/server'
import { applicantContext } from '../../../../../../signed-in'

export const metadata: Metadata = { title: 'Ký số' }

type Props = { params: Promise<{ id: string; tep: string }> }

export default async function SignFilePage({ params }: Props) {
  const { id, tep } = await params
  const ctx = await applicantContext(paths.signFile(id, tep))
  const found = await signableFile(ctx, tep)
  if (!found.ok && found.error.code === 'not-found') notFound()
  if (!found.ok || found.value.file.holderId !== id) redirect(paths.draftDocuments(id))
  return <SignPage {...found.value} locale={ctx.locale} />
}
