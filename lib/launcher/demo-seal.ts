import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { becomesTrue } from './processes'
import type { Sandbox } from './sandbox'

/** Whose seal the demo holds: the agency the demo's officers work for, and its name among the sandbox's certificates. */
const AGENCY = 'G01.126.08'
const HOLDER = 'phong-csgt-ha-noi'

const holders = z.object({
  holders: z.array(z.object({ id: z.string(), file: z.url().optional(), password: z.string().optional() })),
})

const filesIn = (folder: string) => ({
  pkcs12: path.join(folder, 'seal', 'seal.p12'),
  password: path.join(folder, 'seal', 'password'),
})

/** What tells the portal of a seal that is fetched while it starts; an installation's own seal goes before it. */
export function demoSeal(folder: string, environment: NodeJS.ProcessEnv): Record<string, string> {
  if (Object.keys(environment).some((name) => name.startsWith('SEAL_') && environment[name])) return {}
  const { pkcs12, password } = filesIn(folder)
  return { SEAL_AGENCY: AGENCY, SEAL_PKCS12: pkcs12, SEAL_PASSWORD_FILE: password }
}

type Started = { folder: string; sandboxes: readonly Sandbox[]; settings: Record<string, string> }

/**
 * Gets the demo's seal as it would be handed over outside: from the listing of the authority, over HTTP. At every start anew,
 * because its certificate names the address its authority answers at. @returns whether it is there.
 */
export async function fetchDemoSeal({ folder, sandboxes, settings }: Started): Promise<boolean> {
  const pki = sandboxes.find(({ name }) => name === 'pki')
  if (pki === undefined || settings['SEAL_PKCS12'] !== filesIn(folder).pkcs12) return true
  return becomesTrue(() => fetchOnce(pki.origin, folder).catch(() => false), 60_000)
}

async function fetchOnce(origin: string, folder: string): Promise<boolean> {
  const listing = holders.parse(await (await fetch(`${origin}/index.json`)).json())
  const own = listing.holders.find(({ id }) => id === HOLDER)
  if (own?.file === undefined || own.password === undefined) return false
  const file = await fetch(own.file)
  if (!file.ok) return false
  const { pkcs12, password } = filesIn(folder)
  mkdirSync(path.dirname(pkcs12), { recursive: true, mode: 0o700 })
  writeFileSync(password, own.password, { mode: 0o600 })
  writeFileSync(pkcs12, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 })
  return true
}
