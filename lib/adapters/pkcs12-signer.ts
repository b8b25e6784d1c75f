import { createPrivateKey, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readPkcs12 } from '@/lib/cms'
import { nodeRarities } from '@/lib/cms/server'
import type { Signer } from '@/lib/ports'
import { algorithmOf, nodeDigest } from './key-algorithm'
import { readSecret } from './secret-file'

/** The first key of a PKCS#12 file that has a certificate, held in this process. */
export async function pkcs12Signer({ file, passwordFile }: { file: string; passwordFile: string }): Promise<Signer> {
  const [bytes, password] = await Promise.all([readFile(file), readSecret(passwordFile)])
  const opened = await readPkcs12(new Uint8Array(bytes), password, { rarities: nodeRarities })
  if (!opened.ok) throw new Error(`${file}: ${opened.error.code}`)
  const entry = opened.value.keys.find(({ certificate }) => certificate !== undefined)
  if (entry?.certificate === undefined) throw new Error(`${file}: no key with a certificate`)
  const key = createPrivateKey({ key: Buffer.from(entry.pkcs8), format: 'der', type: 'pkcs8' })
  const algorithm = algorithmOf(key)
  return {
    certificate: entry.certificate,
    chain: entry.chain,
    algorithm,
    sign: (_digest, message) => Promise.resolve(new Uint8Array(sign(nodeDigest(algorithm), message, key))),
  }
}
