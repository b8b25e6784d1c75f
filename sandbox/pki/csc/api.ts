import { z } from 'zod'
import type { Faults } from '../faults'
import { spoil } from '../faults'
import type { Reply } from '../http'
import { json } from '../http'
import { hashKey } from './authorize-request'
import type { Credential } from './credentials'
import { accountOf, describe, hashAlgorithmOf, schemeOf } from './credentials'
import type { Consent, Sessions } from './sessions'
import { signHash } from './sign-hash'

export type Call = { body: unknown; bearer: string | undefined; fault: Faults['csc'] }
export type ApiOptions = { origin: string; credentials: readonly Credential[]; sessions: Sessions }
type Method = (call: Call, options: ApiOptions) => Reply

const refuse = (error: string, description: string, status = 400): Reply =>
  json({ error, error_description: description }, status)
const unauthorised = () => refuse('invalid_token', 'The access token is missing, expired or not of this service.', 401)

const METHODS = [
  'oauth2/authorize',
  'oauth2/token',
  'oauth2/revoke',
  'credentials/list',
  'credentials/info',
  'signatures/signHash',
]

const info: Method = (_call, { origin }) =>
  json({
    specs: '2.0.0.2',
    name: 'Ký số từ xa Sao Khuê (mô phỏng)',
    logo: `${origin}/logo.svg`,
    region: 'VN',
    lang: 'vi',
    description: 'Dịch vụ ký số từ xa mô phỏng để dùng thử. Không có giá trị pháp lý.',
    authType: ['oauth2code'],
    oauth2: `${origin}/csc/v2`,
    asynchronousOperationMode: false,
    methods: METHODS,
    validationInfo: false,
    signAlgorithms: {
      algos: [
        '1.2.840.113549.1.1.11',
        '1.2.840.113549.1.1.12',
        '1.2.840.113549.1.1.13',
        '1.2.840.113549.1.1.10',
        '1.2.840.10045.4.3.2',
      ],
    },
    signature_formats: { formats: [], envelope_properties: [] },
    conformance_levels: [],
  })

const detail = z.object({
  certificates: z.enum(['none', 'single', 'chain']).default('single'),
  certInfo: z.boolean().default(false),
  authInfo: z.boolean().default(false),
})
const listBody = detail.extend({ userID: z.string().optional(), credentialInfo: z.boolean().default(false) })

const list: Method = ({ body, bearer }, { credentials, sessions }) => {
  const access = sessions.access(bearer, new Date())
  if (!access) return unauthorised()
  const parsed = listBody.safeParse(body)
  if (!parsed.success) return refuse('invalid_request', z.prettifyError(parsed.error))
  const { credentialInfo, ...wish } = parsed.data
  const own = credentials.filter((credential) => accountOf(credential) === access.userId)
  return json({
    credentialIDs: own.map(({ holder }) => holder.id),
    ...(credentialInfo && {
      credentialInfos: own.map((credential) => ({ credentialID: credential.holder.id, ...describe(credential, wish) })),
    }),
  })
}

const infoBody = detail.extend({ credentialID: z.string() })

const credentialInfo: Method = ({ body, bearer }, { credentials, sessions }) => {
  const access = sessions.access(bearer, new Date())
  if (!access) return unauthorised()
  const parsed = infoBody.safeParse(body)
  if (!parsed.success) return refuse('invalid_request', z.prettifyError(parsed.error))
  const credential = credentials.find(
    (candidate) => candidate.holder.id === parsed.data.credentialID && accountOf(candidate) === access.userId,
  )
  return credential
    ? json(describe(credential, parsed.data))
    : refuse('invalid_request', 'Invalid parameter credentialID')
}

const signBody = z.object({
  credentialID: z.string(),
  SAD: z.string().optional(),
  hashes: z.array(z.base64()).min(1).max(100),
  hashAlgorithmOID: z.string().optional(),
  signAlgo: z.string(),
  signAlgoParams: z.base64().optional(),
  operationMode: z.literal('S').default('S'),
})
type SignRequest = z.infer<typeof signBody>

/** What in the request goes beyond what the signer agreed to on the confirmation page. */
function excess(request: SignRequest, algorithm: string | undefined, consent: Consent): string | undefined {
  if (consent.credentialId !== request.credentialID) return 'The SAD is not for this credential.'
  if (algorithm !== consent.hashAlgorithm) return 'The hash or signature algorithm is not the one authorised.'
  if (request.hashes.length > consent.signaturesLeft) return 'More signatures than authorised.'
  const isKnown = request.hashes.every((hash) => consent.hashes.includes(hashKey(hash)))
  return isKnown ? undefined : 'Hash is not authorized by the SAD.'
}

/** The consent behind a call: the credential token itself as bearer, or beside the service token as SAD. */
function consentOf({ SAD }: SignRequest, bearer: string | undefined, sessions: Sessions): Consent | undefined {
  const now = new Date()
  return sessions.access(bearer, now) && sessions.access(SAD ?? bearer, now)?.consent
}

const sign: Method = ({ body, bearer, fault }, { credentials, sessions }) => {
  const parsed = signBody.safeParse(body)
  if (!parsed.success) return refuse('invalid_request', z.prettifyError(parsed.error))
  const request = parsed.data
  const consent = consentOf(request, bearer, sessions)
  if (!consent || fault === 'lapsed') return unauthorised()
  const credential = credentials.find(({ holder }) => holder.id === consent.credentialId)
  if (!credential) return refuse('invalid_request', 'Invalid parameter credentialID')
  const algorithm = hashAlgorithmOf(credential, request.signAlgo, request.hashAlgorithmOID)
  const problem = excess(request, algorithm, consent)
  if (problem !== undefined) return refuse('invalid_request', problem)
  consent.signaturesLeft -= request.hashes.length
  const signing = fault === 'other-key' ? otherThan(credential, credentials) : credential
  const signatures = request.hashes.map((hash) =>
    signHash(signing.identity.key, schemeOf(signing), consent.hashAlgorithm, Buffer.from(hash, 'base64')),
  )
  return json({ signatures: misdone(signatures, fault).map((signature) => signature.toString('base64')) })
}

/** A credential of the same kind whose key is not the one agreed to. */
function otherThan(credential: Credential, all: readonly Credential[]): Credential {
  return all.find((candidate) => candidate !== credential && schemeOf(candidate) === schemeOf(credential)) ?? credential
}

function misdone(signatures: Buffer[], fault: Faults['csc']): Buffer[] {
  if (fault === 'wrong-signature') return signatures.map(spoil)
  return fault === 'too-many-signatures' ? [...signatures, ...signatures] : signatures
}

/** Methods of the Cloud Signature Consortium API v2 by path below `/csc/v2/`. */
export const API: ReadonlyMap<string, Method> = new Map([
  ['info', info],
  ['credentials/list', list],
  ['credentials/info', credentialInfo],
  ['signatures/signHash', sign],
])
