import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { InteractionResults } from 'oidc-provider'
import { choosePage, codePage } from './pages'
import { ACR, personOf, titleOf } from './people'
import { asksForCode, INTERACTION_PATH } from './provider'

/** Codes sent and not yet typed, by interaction; lost with the process, and then simply sent again. */
type Pending = Map<string, { accountId: string; code: string }>
/** Either a page to show, or the end of the interaction. */
type Reply = { page: string } | { result: InteractionResults }
type Turn = { uid: string; needsCode: boolean; form: URLSearchParams; refusesCodes: boolean; pending: Pending }

const actionOf = (uid: string) => `${INTERACTION_PATH}/${uid}`

function loggedIn(accountId: string, withCode: boolean): Reply {
  return withCode
    ? { result: { login: { accountId, acr: ACR.oneTimeCode, amr: ['pwd', 'otp'] } } }
    : { result: { login: { accountId, acr: ACR.password, amr: ['pwd'] } } }
}

function askCode({ uid, pending }: Turn, accountId: string, wrong: boolean): Reply {
  const claims = personOf(accountId)
  if (claims === undefined) return { page: choosePage(actionOf(uid)) }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  pending.set(uid, { accountId, code })
  return { page: codePage(actionOf(uid), titleOf(claims), code, wrong) }
}

const STEPS: Record<string, (turn: Turn) => Reply> = {
  chon: (turn) => {
    const accountId = turn.form.get('nguoi') ?? ''
    if (personOf(accountId) === undefined) return { page: choosePage(actionOf(turn.uid)) }
    return turn.needsCode ? askCode(turn, accountId, false) : loggedIn(accountId, false)
  },
  ma: (turn) => {
    const sent = turn.pending.get(turn.uid)
    if (sent === undefined) return { page: choosePage(actionOf(turn.uid)) }
    turn.pending.delete(turn.uid)
    const isRight = turn.form.get('ma') === sent.code && !turn.refusesCodes
    return isRight ? loggedIn(sent.accountId, true) : askCode(turn, sent.accountId, true)
  },
  huy: () => ({ result: { error: 'access_denied', error_description: 'Người dùng hủy đăng nhập' } }),
}

export type Exchange = {
  req: IncomingMessage
  res: ServerResponse
  step: string | undefined
  form: URLSearchParams
  refusesCodes: boolean
}

/** The sign-in pages of the provider: choose a person, then the one-time code where it was asked for. */
export function createInteractions(provider: Provider) {
  const pending: Pending = new Map()
  return async function handle({ req, res, step, form, refusesCodes }: Exchange): Promise<void> {
    const { uid, params, session } = await provider.interactionDetails(req, res)
    const turn: Turn = { uid, needsCode: asksForCode(params['acr_values']), form, refusesCodes, pending }
    const run = req.method === 'POST' && Object.hasOwn(STEPS, step ?? '') ? STEPS[step ?? ''] : undefined
    const reply = run === undefined ? opening(turn, session?.accountId) : run(turn)
    if ('result' in reply) {
      await provider.interactionFinished(req, res, reply.result, { mergeWithLastSubmission: false })
      return
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    res.end(reply.page)
  }
}

/** Who is signed in here already only needs to type the code. */
function opening(turn: Turn, signedIn: string | undefined): Reply {
  return turn.needsCode && signedIn !== undefined
    ? askCode(turn, signedIn, false)
    : { page: choosePage(actionOf(turn.uid)) }
}
