import { requestContext } from '@/lib/runtime/server'
import { revocationQuestions } from '@/lib/signing'
import { answerQuestions, mayAsk } from '@/lib/signing/server'
import { errorResponse } from '../../../error-response'

/** Whether certificates were revoked: asked by a browser that judges a file by itself. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await requestContext()
  if (!mayAsk(ctx, request)) return errorResponse(ctx, { code: 'too-many-requests', detail: { seconds: 60 } })
  const questions = revocationQuestions.safeParse(await request.json().catch(() => null))
  if (!questions.success) return new Response(null, { status: 400 })
  return Response.json(await answerQuestions(ctx, questions.data), { headers: { 'cache-control': 'no-store' } })
}
