import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { ask } from './stack'

/** The trial certification authority of the stack, four ports above the portal. */
export function pkiOrigin(page: Page): string {
  const { protocol, hostname, port } = new URL(page.url())
  return `${protocol}//${hostname}:${String(Number(port) + 4)}`
}

const index = z.object({ holders: z.array(z.object({ id: z.string(), password: z.string().optional() })) })

/** A demo PKCS#12 file and its password, as anybody downloads them. */
export async function pkcs12(page: Page, folder: string, id: string): Promise<{ path: string; password: string }> {
  const origin = pkiOrigin(page)
  const listed = index.parse(await (await fetch(`${origin}/index.json`)).json())
  const bytes = new Uint8Array(await (await fetch(`${origin}/p12/${id}.p12`)).arrayBuffer())
  const place = path.join(folder, `${id}.p12`)
  // A page that has chosen it may not find it written anew.
  if (!existsSync(place)) writeFileSync(place, bytes)
  return { path: place, password: listed.holders.find((holder) => holder.id === id)?.password ?? '' }
}

/** Makes a service of the trial authority misbehave; `{}` heals all. */
export async function misbehave(page: Page, faults: Record<string, string>): Promise<void> {
  const answer = await fetch(`${pkiOrigin(page)}/faults`, { method: 'POST', body: JSON.stringify(faults) })
  expect(answer.ok).toBe(true)
}

const stored = z.object({ id: z.string(), name: z.string(), sha256: z.string() })
export type StoredFile = z.infer<typeof stored>

/** The files a draft holds now. */
export async function filesOf(draftId: string): Promise<StoredFile[]> {
  const rows = await ask(
    (sql) => sql`select id, name, sha256 from attachments where holder_id = ${draftId} and removed_at is null`,
  )
  return z.array(stored).parse([...rows])
}

/** What the audit trail says of a signature. */
export async function ceremonyOf(fileId: string): Promise<Record<string, unknown>> {
  const [row] = await ask(
    (sql) => sql`select data from audit_log where subject_id = ${fileId} and action = 'attachment.signed'`,
  )
  return z.object({ data: z.record(z.string(), z.unknown()) }).parse(row).data
}

export const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

/** Saves a stored file as its owner downloads it. */
export async function download(page: Page, file: StoredFile, folder: string): Promise<string> {
  const answer = await page.request.get(`/tep/${file.id}`)
  const place = path.join(folder, `${file.id}.pdf`)
  writeFileSync(place, await answer.body())
  return place
}

/** What poppler and qpdf, who know nothing of us, say of a signed file; each only where it is installed. */
export function judgedByOthers(place: string, signer: string): void {
  if (has('pdfsig')) {
    const output = spawnSync('pdfsig', ['-nocert', place], { encoding: 'utf8' }).stdout
    expect(output).toContain('Signature is Valid')
    expect(output).toContain('Total document signed')
    expect(output.normalize('NFC')).toContain(signer)
    expect(output).toContain('ETSI.CAdES.detached')
  }
  if (has('qpdf')) {
    const output = execFileSync('qpdf', ['--check', place], { encoding: 'utf8' })
    expect(output).toContain('No syntax or stream encoding errors')
  }
}
