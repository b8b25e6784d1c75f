import { answerAuth } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'

async function answer(request: Request): Promise<Response> {
  return answerAuth(await requestContext(), request)
}

export { answer as GET, answer as POST }
