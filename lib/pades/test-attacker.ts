import { expect } from 'vitest'
import { asInteger, bytesSource, openPdf } from '@/lib/pdf'
import type { JudgedChange, SignatureReport } from './report'
import { concat, validate } from './test-documents'

export const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
export const text = (file: Uint8Array) => Buffer.from(file).toString('latin1')

/** An incremental update as an attacker writes it: object numbers and bodies, with a correct table. */
export async function update(file: Uint8Array, objects: Record<number, string>): Promise<Uint8Array> {
  const opened = await openPdf(bytesSource(file))
  if (!opened.ok) throw opened.error
  const { last } = opened.value
  let body = ''
  let rows = ''
  for (const [num, content] of Object.entries(objects)) {
    rows += `${num} 1\n${String(file.length + body.length).padStart(10, '0')} 00000 n \n`
    body += `${num} 0 obj\n${content}\nendobj\n`
  }
  const before = asInteger(last.trailer.entries.get('Size')) ?? 0
  const size = Math.max(200, before, ...Object.keys(objects).map((num) => Number(num) + 1))
  const trailer = `trailer\n<</Size ${String(size)}/Root 1 0 R/Prev ${String(last.xref)}>>`
  return concat(file, bytes(`${body}xref\n${rows}${trailer}\nstartxref\n${String(file.length + body.length)}\n%%EOF\n`))
}

/** The body of an object as it stands last in the file. */
export function bodyOf(file: Uint8Array, num: number): string {
  const all = [...text(file).matchAll(new RegExp(`(?:^|\\n)${String(num)} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))]
  return all.at(-1)?.[1] ?? ''
}

export async function firstOf(file: Uint8Array): Promise<SignatureReport> {
  const [first] = (await validate(file)).signatures
  if (first === undefined) throw new Error('no signature')
  return first
}

export const refusedCodes = (changes: readonly JudgedChange[]) =>
  changes.filter((change) => !change.allowed).map((change) => change.code)

/** The codes of the changes that were not allowed; the signature must not have passed. */
export async function codesRefused(file: Uint8Array): Promise<string[]> {
  const report = await firstOf(file)
  if (report.verdict.indication === 'TOTAL_PASSED') throw new Error('the attack passed')
  expect(report.laterChanges).toBe('forbidden')
  return refusedCodes(report.changes)
}
