import { createPrivateKey } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Identity } from './certificate'
import { makePki } from './make'
import type { Pki } from './make'
import { HOLDERS } from './people'

const buffer = z.base64().transform((text) => Buffer.from(text, 'base64'))
const identity = z
  .object({ key: buffer, name: buffer, serial: buffer, certificate: buffer })
  .transform(
    ({ key, ...rest }): Identity => ({ key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }), ...rest }),
  )
const authority = z.object({ root: identity, issuing: identity, responder: identity })
const stored = z.object({
  origin: z.url(),
  authorities: z.object({ 'cong-cong': authority, 'chinh-phu': authority }),
  timestamping: identity,
  holders: z.record(z.string(), identity),
  revoked: z.array(z.object({ serial: buffer, at: z.iso.datetime().transform((text) => new Date(text)) })),
  former: z.array(buffer),
})

const FILE = 'pki.json'

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64')

function plainIdentity({ key, name, serial, certificate }: Identity) {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
  return { key: base64(pkcs8), name: base64(name), serial: base64(serial), certificate: base64(certificate) }
}

function plain(origin: string, pki: Pki) {
  const entries = <T>(record: Record<string, T>, write: (value: T) => unknown) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, write(value)]))
  return {
    origin,
    authorities: entries(pki.authorities, ({ root, issuing, responder }) =>
      entries({ root, issuing, responder }, plainIdentity),
    ),
    timestamping: plainIdentity(pki.timestamping),
    holders: entries(pki.holders, plainIdentity),
    revoked: pki.revoked.map(({ serial, at }) => ({ serial: base64(serial), at: at.toISOString() })),
    former: pki.former.map(base64),
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The authorities kept in the folder, made there the first time. Certificates carry addresses, so a start under another
 * `origin`, or with holders who have none yet, issues them again, under the same keys and roots.
 */
export async function openPki(folder: string, origin: string): Promise<Pki> {
  const text = await readIfThere(path.join(folder, FILE))
  const storedPki = text === undefined ? undefined : stored.parse(JSON.parse(text))
  if (storedPki?.origin === origin && HOLDERS.every(({ id }) => id in storedPki.holders)) return storedPki
  const pki = await makePki(origin, new Date(), storedPki)
  await savePki(folder, origin, pki)
  return pki
}

/** Written beside and moved, so that a crash leaves the old file whole. */
async function savePki(folder: string, origin: string, pki: Pki): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, FILE)
  await writeFile(`${file}.new`, JSON.stringify(plain(origin, pki)), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
