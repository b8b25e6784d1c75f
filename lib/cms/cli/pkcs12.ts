import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { nodeRarities } from '../node-rarities'
import { readPkcs12 } from '../pkcs12/read'

const USAGE = 'usage: npm run --silent pkcs12 -- [--json] --password TEXT FILE...'
/** Larger files hold no keys; they are refused before they are read. */
const MAX_OCTETS = 64 * 1024 * 1024

type Line = { file: string; error?: string; keys: number; certificates: number; macVerified: boolean }

const refuse = (file: string, error: string): Line => ({ file, error, keys: 0, certificates: 0, macVerified: false })

async function inspect(file: string, password: string): Promise<Line> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error))
  }
  if (bytes.length > MAX_OCTETS) return refuse(file, 'file-too-large: over 64 MiB')
  const pkcs12 = await readPkcs12(bytes, password, { rarities: nodeRarities })
  if (!pkcs12.ok) return refuse(file, `${pkcs12.error.code}: ${pkcs12.error.message}`)
  const { keys, certificates, macVerified } = pkcs12.value
  return { file, keys: keys.length, certificates: certificates.length, macVerified }
}

function words({ file, error, keys, certificates, macVerified }: Line): string {
  if (error !== undefined) return `${file}: ${error}`
  const mac = macVerified ? 'integrity verified' : 'no integrity check'
  return `${file}: ${String(keys)} key(s), ${String(certificates)} certificate(s), ${mac}`
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, password: { type: 'string' } },
  allowPositionals: true,
})
if (values.password === undefined || positionals.length === 0) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  for (const file of positionals) {
    const line = await inspect(file, values.password)
    console.log(values.json ? JSON.stringify(line) : words(line))
  }
}
