import { notFound, redirect } from 'next/navigation'
import { SignPage } from '@/components/signature/sign-file/sign-page'
import { paths } from '@/lib/dossiers'
import { signableFile } from '@/lib/dossiers/server'
import { applicantContext } from '../../../../../../signed-in'
import { refusalIn } from '../../../../../../address-with-refusal'

type Props = {
  params: Promise<{ id: string; tep: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignFilePage({ params, searchParams }: Props) {
  const [{ id, tep }, query] = await Promise.all([params, searchParams])
  const ctx = await applicantContext(paths.signFile(id, tep))
  const signable = await signableFile(ctx, tep)
  if (!signable.ok && signable.error.code === 'not-found') notFound()
  if (!signable.ok || signable.value.file.holderId !== id) redirect(paths.draftDocuments(id))
  const hasRemote = ctx.ports.remoteSigner.isOffered
  const { file, shown: subject } = signable.value
  return <SignPage {...{ file, subject, hasRemote }} refusal={await refusalIn(ctx, query)} locale={ctx.locale} />
}
