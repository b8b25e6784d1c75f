import { spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Signer } from '@/lib/ports'
import { algorithmOf } from './key-algorithm'
import { readSecret } from './secret-file'

export type TokenKey = { module: string; token: string; id: string; passwordFile: string; chainFile: string }

const PATIENCE_MS = 15_000
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g
const MECHANISMS = { 'SHA-256': 'SHA256-RSA-PKCS', 'SHA-384': 'SHA384-RSA-PKCS', 'SHA-512': 'SHA512-RSA-PKCS' } as const

/**
 * A key that never leaves its token, reached through OpenSC's `pkcs11-tool`: a vendor's library that crashes or hangs takes
 * its own process with it, not the portal. The PIN goes by the environment, where `ps` does not show it.
 */
export async function pkcs11Signer(key: TokenKey): Promise<Signer> {
  const [certificate, chain] = await Promise.all([
    tool(key, ['--read-object', '--type', 'cert', '--id', key.id]),
    readFile(key.chainFile, 'utf8'),
  ])
  const { publicKey, raw } = new X509Certificate(certificate)
  const algorithm = algorithmOf(publicKey)
  const how =
    algorithm.scheme === 'ecdsa'
      ? ['--mechanism', 'ECDSA', '--signature-format', 'openssl']
      : ['--mechanism', MECHANISMS[algorithm.digest]]
  return {
    certificate: new Uint8Array(raw),
    chain: [...chain.matchAll(PEM)].map(([pem]) => new Uint8Array(new X509Certificate(pem).raw)),
    algorithm,
    // With RSA the token digests the message itself; with ECDSA it takes the digest.
    sign: (digest, message) =>
      tool(key, ['--sign', '--id', key.id, ...how], algorithm.scheme === 'ecdsa' ? digest : message),
  }
}

async function tool(key: TokenKey, act: readonly string[], input?: Uint8Array): Promise<Uint8Array> {
  const pin = await readSecret(key.passwordFile)
  const where = ['--module', key.module, '--token-label', key.token, '--login', '--pin', 'env:TOKEN_PIN']
  const child = spawn('pkcs11-tool', [...where, ...act], {
    env: { ...process.env, TOKEN_PIN: pin },
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const [chunks, complaints]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => chunks.push(part))
  child.stderr.on('data', (part: Buffer) => complaints.push(part))
  // A token that refuses the PIN ends without reading; its word, not the broken pipe, is what matters.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const output = new Uint8Array(Buffer.concat(chunks))
  if (code === 0 && output.length > 0) return output
  const complaint = Buffer.concat(complaints)
    .toString()
    .trim()
    .replace(/\s*\n\s*/g, '; ')
  throw new Error(`token ${key.token}: ${complaint || 'no answer'}`)
}
