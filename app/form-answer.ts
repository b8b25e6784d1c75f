import 'server-only'
import { seeOther } from './html-page'

/** Whether a form was sent by a script (`components/islands/send-form.ts`), which is answered in JSON. */
export const isByScript = (request: Request): boolean => request.headers.get('accept') === 'application/json'

/** Where whoever sent a form goes on. */
export const goOn = (request: Request, next: string): Response =>
  isByScript(request) ? Response.json({ next }) : seeOther(next)
