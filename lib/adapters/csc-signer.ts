import { z } from 'zod'
import { ecdsaSignatureDer } from '@/lib/cms'
import type { Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { oidOf } from '@/lib/pades'
import type { RemoteConsent, RemoteCredential, RemoteFailure, RemoteSigner } from '@/lib/ports'
import { isPlainEcdsa, remoteAlgorithmOf, signAlgoOf } from './csc-algorithms'
import type { CscManners } from './csc-question'
import { askCsc, CSC_MANNERS } from './csc-question'

export type CscSettings = { url: string; clientId: string; clientSecret: string }

const info = z.object({ oauth2: z.url(), methods: z.array(z.string()) })
const tokenAnswer = z.object({ access_token: z.string().min(1) })
const listAnswer = z.object({ credentialIDs: z.array(z.string().min(1).max(500)).max(50) })
const credentialAnswer = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()) }),
  cert: z.object({ certificates: z.array(z.base64()).min(1).max(10) }),
})
const signAnswer = z.object({ signatures: z.array(z.base64()) })

/** The Cloud Signature Consortium API v2 with OAuth 2.0 and PKCE; every answer is checked, none is waited for long. */
export function cscSigner(settings: CscSettings | null, manners = CSC_MANNERS): RemoteSigner {
  if (settings === null) return NO_SERVICE
  const { url, clientId, clientSecret } = settings
  const oauth = async () => {
    const endpoints = await askCsc(
      { url: `${url}/info`, schema: info, request: jsonOf({}, null), isRepeatable: true },
      manners,
    )
    return endpoints.ok ? ok(endpoints.value.oauth2) : endpoints
  }
  return {
    isOffered: true,
    async consentAddress(consent) {
      const base = await oauth()
      return base.ok ? ok(`${base.value}/oauth2/authorize?${consentQuery(clientId, consent).toString()}`) : base
    },
    async redeem({ code, verifier, returnTo }) {
      const base = await oauth()
      if (!base.ok) return base
      const client = { client_id: clientId, client_secret: clientSecret, redirect_uri: returnTo }
      const body = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier, ...client })
      const question = {
        url: `${base.value}/oauth2/token`,
        schema: tokenAnswer,
        request: { body },
        isRepeatable: false,
      }
      const answer = await askCsc(question, manners)
      return answer.ok ? ok(answer.value.access_token) : answer
    },
    credentials: (token) => credentials(url, token, manners),
    sign: (request) => sign(url, request, manners),
  }
}

const nothing = () => Promise.resolve(err('unavailable' as const))
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
  query.set('numSignatures', String(signing.digests.length))
  query.set('hashes', signing.digests.map((digest) => Buffer.from(digest).toString('base64url')).join(','))
  query.set('hashAlgorithmOID', oidOf(signing.algorithm.digest))
  return query
}

type Credentials = Result<RemoteCredential[], RemoteFailure>

async function credentials(url: string, token: string, manners: CscManners): Promise<Credentials> {
  const request = jsonOf({}, token)
  const question = { url: `${url}/credentials/list`, schema: listAnswer, request, isRepeatable: true }
  const listed = await askCsc(question, manners)
  if (!listed.ok) return listed
  const credentials = await Promise.all(listed.value.credentialIDs.map((id) => credential({ url, token, id }, manners)))
  const failed = credentials.find((outcome) => !outcome.ok)
  return failed?.ok === false
    ? failed
    : ok(credentials.flatMap((outcome) => (outcome.ok && outcome.value !== null ? [outcome.value] : [])))
}

type CredentialQuestion = { url: string; token: string; id: string }

/** A credential that is enabled and signs in a way we know; null for any other. */
async function credential(
  { url, token, id }: CredentialQuestion,
  manners: CscManners,
): Promise<Result<RemoteCredential | null, RemoteFailure>> {
  const input = { credentialID: id, certificates: 'chain', certInfo: false, authInfo: false }
  const request = jsonOf(input, token)
  const question = { url: `${url}/credentials/info`, schema: credentialAnswer, request, isRepeatable: true }
  const answer = await askCsc(question, manners)
  if (!answer.ok) return answer
  const { key, cert } = answer.value
  const [certificate, ...chain] = cert.certificates.map(bytesOf)
  const algorithm = remoteAlgorithmOf(key.algo)
  const isUsable = certificate !== undefined && algorithm !== null && key.status === 'enabled'
  return ok(isUsable ? { id, certificate, chain, algorithm } : null)
}

async function sign(
  url: string,
  { token, credentialId, digests, algorithm }: Parameters<RemoteSigner['sign']>[0],
  manners: CscManners,
): Promise<Result<Uint8Array[], RemoteFailure>> {
  const hashes = digests.map((digest) => Buffer.from(digest).toString('base64'))
  const how = { ...signAlgoOf(algorithm), hashAlgorithmOID: oidOf(algorithm.digest) }
  const request = jsonOf({ credentialID: credentialId, SAD: token, hashes, ...how }, token)
  const question = { url: `${url}/signatures/signHash`, schema: signAnswer, request, isRepeatable: false }
  const answer = await askCsc(question, manners)
  if (!answer.ok) return answer
  const signatures = answer.value.signatures.map(bytesOf)
  if (signatures.length !== digests.length) return err('unusable')
  return ok(signatures.map((value) => (isPlainEcdsa(algorithm, value) ? ecdsaSignatureDer(value) : value)))
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

function jsonOf(body: unknown, token: string | null): RequestInit {
  const headers = { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) }
  return { body: JSON.stringify(body), headers }
}
