import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { anchorOf, parseCertificate } from '@/lib/trust'
import type { Anchor } from '@/lib/trust'

const SUFFIX = /\.(pem|crt|cer|der)$/i
const BLOCK = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g

/**
 * Anchors from a folder of certificates (PEM or DER). Each sub-folder is a set of its own, named after it
 * (`public`, `government`); certificates lying directly in the folder belong to the set `trusted`.
 */
export async function readTrustFolder(folder: string): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      for (const name of await readdir(path)) anchors.push(...(await readAnchors(join(path, name), basename(path))))
    } else anchors.push(...(await readAnchors(path, 'trusted')))
  }
  return anchors
}

async function readAnchors(path: string, set: string): Promise<Anchor[]> {
  if (!SUFFIX.test(path)) return []
  const bytes = await readFile(path)
  const blocks = [...bytes.toString('latin1').matchAll(BLOCK)].map((match) => Buffer.from(match[1] ?? '', 'base64'))
  return (blocks.length > 0 ? blocks : [bytes]).flatMap((block) => {
    const certificate = parseCertificate(new Uint8Array(block))
    if (!certificate.ok) throw new Error(`${path}: ${certificate.error.message}`)
    return [anchorOf(certificate.value, set)]
  })
}
