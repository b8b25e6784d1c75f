import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const keys = z.object({
  cookies: z.array(z.string()).min(1),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
})
export type Keys = z.infer<typeof keys>

/** The signing and cookie keys of this installation, made at the first start and kept in a file only its owner reads. */
export function keysIn(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'keys.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newKeys()), { mode: 0o600 })
  return keys.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function newKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signing = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
  return { cookies: [randomBytes(32).toString('base64url')], jwks: { keys: [signing] } }
}
