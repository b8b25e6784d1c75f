import { z } from 'zod'
import type { RemoteConsent, RemoteCredential, RemoteSigner } from '@/lib/ports'

export type CscSettings = { url: string; clientId: string; clientSecret: string }

const PATIENCE_MS = 10_000
const SHA256 = '2.16.840.1.101.3.4.2.1'
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11'

const info = z.object({ oauth2: z.url(), methods: z.array(z.string()) })
const tokenAnswer = z.object({ access_token: z.string().min(1) })
const listAnswer = z.object({ credentialIDs: z.array(z.string()).max(50) })
const credentialAnswer = z.object({
  key: z.object({ status: z.literal('enabled'), algo: z.array(z.string()) }),
  cert: z.object({ certificates: z.array(z.base64()).min(1) }),
})
const signAnswer = z.object({ signatures: z.array(z.base64()).length(1) })

/** The Cloud Signature Consortium API v2 with OAuth 2.0 and PKCE; every answer is checked, none is waited for long. */
export function cscSigner(settings: CscSettings | null): RemoteSigner {
  if (settings === null) return NO_SERVICE
  const { url, clientId, clientSecret } = settings
  const oauth = async () => (await ask(`${url}/info`, info, jsonOf({}, null)))?.oauth2 ?? null
  return {
    isOffered: true,
    async consentAddress(consent) {
      const base = await oauth()
      return base === null ? null : `${base}/oauth2/authorize?${consentQuery(clientId, consent).toString()}`
    },
    async redeem({ code, verifier, returnTo }) {
      const base = await oauth()
      if (base === null) return null
      const client = { client_id: clientId, client_secret: clientSecret, redirect_uri: returnTo }
      const body = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier, ...client })
      const answer = await ask(`${base}/oauth2/token`, tokenAnswer, { body })
      return answer?.access_token ?? null
    },
    async credentials(token) {
      const listed = await ask(`${url}/credentials/list`, listAnswer, jsonOf({}, token))
      if (listed === null) return null
      const found = await Promise.all(listed.credentialIDs.map((id) => credential(url, token, id)))
      return found.filter((one) => one !== null)
    },
    async sign({ token, credentialId, digest }) {
      const hashes = [Buffer.from(digest).toString('base64')]
      const asked = {
        credentialID: credentialId,
        SAD: token,
        hashes,
        hashAlgorithmOID: SHA256,
        signAlgo: SHA256_WITH_RSA,
      }
      const answer = await ask(`${url}/signatures/signHash`, signAnswer, jsonOf(asked, token))
      const [signature] = answer?.signatures ?? []
      return signature === undefined ? null : bytesOf(signature)
    },
  }
}

const nothing = () => Promise.resolve(null)
const NO_SERVICE: RemoteSigner = {
  isOffered: false,
  consentAddress: nothing,
  redeem: nothing,
  credentials: nothing,
  sign: nothing,
}

function consentQuery(clientId: string, { state, challenge, returnTo, description, signing }: RemoteConsent) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: returnTo,
    scope: signing === null ? 'service' : 'credential',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
    description,
  })
  if (signing === null) return query
  query.set('credentialID', signing.credentialId)
  query.set('numSignatures', '1')
  query.set('hashes', Buffer.from(signing.digest).toString('base64url'))
  query.set('hashAlgorithmOID', SHA256)
  return query
}

/** A credential that is enabled and signs the way we ask; null for any other. */
async function credential(url: string, token: string, id: string): Promise<RemoteCredential | null> {
  const asked = { credentialID: id, certificates: 'chain', certInfo: false, authInfo: false }
  const answer = await ask(`${url}/credentials/info`, credentialAnswer, jsonOf(asked, token))
  const [certificate, ...chain] = (answer?.cert.certificates ?? []).map(bytesOf)
  const signs = answer?.key.algo.some((oid) => oid === SHA256_WITH_RSA || oid === '1.2.840.113549.1.1.1')
  return certificate === undefined || signs !== true ? null : { id, certificate, chain }
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

function jsonOf(body: unknown, token: string | null): RequestInit {
  const headers = { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) }
  return { body: JSON.stringify(body), headers }
}

async function ask<T>(url: string, schema: z.ZodType<T>, request: RequestInit): Promise<T | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(url, { method: 'POST', redirect: 'error', ...request, signal })
    const read = schema.safeParse(answer.ok ? await answer.json() : null)
    return read.success ? read.data : null
  } catch {
    // Not reachable, too slow, or no JSON: to us it is all the same.
    return null
  }
}
