import { requestContext } from '@/lib/runtime/server'
import { signingPaths } from '@/lib/signing'
import { checkUpload } from '@/lib/signing/server'
import { errorResponse } from '../../../error-response'
import { addressWithRefusal } from '../../../address-with-refusal'

const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })

/** A file to be checked: a plain form is sent on to its report, a script is told where that is. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await requestContext()
  const isScript = request.headers.get('accept') === 'application/json'
  const done = await checkUpload(ctx, request)
  if (done.ok) {
    const href = signingPaths.report(done.value.id)
    return isScript ? Response.json({ href }) : seeOther(href)
  }
  if (isScript) return errorResponse(ctx, done.error)
  return seeOther(await addressWithRefusal(ctx, signingPaths.check(), done.error))
}
