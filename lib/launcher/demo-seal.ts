import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { becomesTrue } from '@/lib/processes/server'
import type { Sandbox } from './sandbox'

/** Whose seals the demo holds: the agencies the demo's officers decide for, and their names among the sandbox's certificates. */
const SEALED = [
  ['G01.126.08', 'phong-csgt-ha-noi'],
  ['H26.101', 'ubnd-phuong-ba-dinh'],
  ['H26.104', 'ubnd-phuong-hoan-kiem'],
  ['G01.126', 'cong-an-ha-noi'],
  ['G12.126', 'bhxh-ha-noi'],
  ['H29.04', 'so-cong-thuong-tp-hcm'],
  ['H29.168', 'ubnd-phuong-sai-gon'],
] as const

const holders = z.object({
  holders: z.array(z.object({ id: z.string(), file: z.url().optional(), password: z.string().optional() })),
})

const folderIn = (folder: string) => path.join(folder, 'seals')

/** What tells the portal of seals that are fetched while it starts; an installation's own seal goes before them. */
export function demoSeal(folder: string, environment: NodeJS.ProcessEnv): Record<string, string> {
  if (Object.keys(environment).some((name) => name.startsWith('SEAL_') && environment[name])) return {}
  // Known from the start whose seals there are: what is issued before they are here waits for them.
  for (const [agency] of SEALED) mkdirSync(path.join(folderIn(folder), agency), { recursive: true, mode: 0o700 })
  return { SEAL_FOLDER: folderIn(folder) }
}

type Started = { folder: string; sandboxes: readonly Sandbox[]; settings: Record<string, string> }

/**
 * Gets the demo's seals as they would be handed over outside: from the listing of the authority, over HTTP. At every start anew,
 * because their certificates name the address their authority answers at. @returns whether they are there.
 */
export async function fetchDemoSeal({ folder, sandboxes, settings }: Started): Promise<boolean> {
  const pki = sandboxes.find(({ name }) => name === 'pki')
  if (pki === undefined || settings['SEAL_FOLDER'] !== folderIn(folder)) return true
  return becomesTrue(() => fetchOnce(pki.origin, folder).catch(() => false), 60_000)
}

async function fetchOnce(origin: string, folder: string): Promise<boolean> {
  const listing = holders.parse(await (await fetch(`${origin}/index.json`)).json())
  for (const [agency, holder] of SEALED) {
    const own = listing.holders.find(({ id }) => id === holder)
    if (own?.file === undefined || own.password === undefined) return false
    const file = await fetch(own.file)
    if (!file.ok) return false
    const at = path.join(folderIn(folder), agency)
    writeFileSync(path.join(at, 'password'), own.password, { mode: 0o600 })
    writeFileSync(path.join(at, 'seal.p12'), new Uint8Array(await file.arrayBuffer()), { mode: 0o600 })
  }
  return true
}
