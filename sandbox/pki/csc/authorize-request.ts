import { z } from 'zod'

const [MAX_SIGNATURES, MAX_TEXT] = [100, 500]

/** Parameters of `oauth2/authorize` (CSC API v2 8.4.1). */
export const authorizeQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1).max(MAX_TEXT),
  redirect_uri: z.url().max(MAX_TEXT),
  scope: z.enum(['service', 'credential']).default('service'),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(MAX_TEXT).optional(),
  description: z.string().max(MAX_TEXT).optional(),
  credentialID: z.string().max(MAX_TEXT).optional(),
  numSignatures: z.coerce.number().int().min(1).max(MAX_SIGNATURES).optional(),
  hashes: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === '' ? [] : text.split(','))),
  hashAlgorithmOID: z.string().default('2.16.840.1.101.3.4.2.1'),
})
export type AuthorizeRequest = z.infer<typeof authorizeQuery>

/** Hashes travel as base64url here and as base64 in `signHash` (CSC API v2 8.4.2); one form inside. */
export const hashKey = (text: string): string =>
  Buffer.from(text, text.includes('-') || text.includes('_') ? 'base64url' : 'base64').toString('base64')
