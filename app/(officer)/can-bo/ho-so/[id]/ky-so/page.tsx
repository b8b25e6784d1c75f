import { notFound, redirect } from 'next/navigation'
import { SignResultPage } from '@/components/signature/sign-result-page'
import { paths } from '@/lib/dossiers'
import { placesOf, signingOf } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'
import { freezeResult } from './actions'

type Props = { params: Promise<{ id: string }> }

export default async function SignResult({ params }: Props) {
  const [{ id }, ctx] = await Promise.all([params, requestContext()])
  if (ctx.actor.kind !== 'officer') redirect(`/dang-nhap/can-bo?tiep=${paths.signResult(id)}`)
  const found = await signingOf(ctx, id)
  if (!found.ok && found.error.code === 'not-found') notFound()
  if (!found.ok) redirect(paths.officerDossier(id))
  const signing = found.value && { ...found.value, person: placesOf(found.value).person ?? null }
  return <SignResultPage id={id} signing={signing} freeze={freezeResult.bind(null, id)} locale={ctx.locale} />
}
