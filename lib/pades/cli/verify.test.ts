import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentOf, PLAIN, root, signedOver } from '../test-documents'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const at = (name: string) => join(folder, name)

function run(...args: string[]) {
  const cli = [join(process.cwd(), 'node_modules/tsx/dist/cli.mjs'), 'lib/pades/cli/verify.ts', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, cli, { encoding: 'utf8', timeout: 60_000 })
  return { status, stderr, lines: stdout.split('\n').slice(0, -1) }
}

const LINE = z.looseObject({ file: z.string(), error: z.looseObject({ code: z.string() }).optional() })
const SIGNATURE = z.object({
  field: z.string(),
  kind: z.enum(['signature', 'timestamp']),
  intact: z.boolean(),
  verdict: z.enum(['TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED']),
  subIndication: z.string().nullable(),
  coverage: z.enum(['whole-file', 'whole-revision', 'partial']),
  laterChanges: z.enum(['none', 'allowed', 'forbidden']),
  changes: z.array(z.object({ code: z.string(), allowed: z.boolean() })),
  signer: z.object({ name: z.string() }).nullable(),
  root: z.object({ name: z.string(), set: z.string() }).nullable(),
  claimedTime: z.string().nullable(),
  provenTime: z.string().nullable(),
})

describe('verify on the command line', () => {
  it('answers every file with one line, whatever it is', async () => {
    writeFileSync(at('signed.pdf'), await signedOver(documentOf(PLAIN)))
    writeFileSync(at('plain.pdf'), documentOf(PLAIN))
    writeFileSync(at('empty.pdf'), '')
    writeFileSync(at('text.pdf'), 'khong phai PDF')
    writeFileSync(at('cut.pdf'), documentOf(PLAIN).subarray(0, 300))
    writeFileSync(at('noise.pdf'), Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1 << 20, 0x9c)]))
    mkdirSync(at('folder'))
    spawnSync('mkfifo', [at('pipe')])
    const names = [
      'signed.pdf',
      'missing.pdf',
      'empty.pdf',
      'text.pdf',
      'cut.pdf',
      'noise.pdf',
      'folder',
      'pipe',
      'plain.pdf',
    ]
    const { status, lines } = run('--json', ...names.map(at))
    const parsed = lines.map((line) => LINE.parse(JSON.parse(line)))
    expect(status).toBe(0)
    expect(parsed.map((line) => line.file)).toEqual(names.map(at))
    expect(parsed.map((line) => line.error?.code)).toEqual([
      undefined,
      'unreadable',
      'not-a-pdf',
      'not-a-pdf',
      undefined,
      'xref-missing',
      'unreadable',
      'unreadable',
      undefined,
    ])
    expect(parsed.map((line) => z.array(SIGNATURE).parse(line['signatures']).length)).toEqual([
      1, 0, 0, 0, 0, 0, 0, 0, 0,
    ])
  }, 60_000)

  it('judges with the anchors of a folder, and at a time', async () => {
    const anchors = at('anchors')
    mkdirSync(join(anchors, 'government'), { recursive: true })
    writeFileSync(join(anchors, 'government', 'root.crt'), root.der)
    writeFileSync(at('one.pdf'), await signedOver(documentOf(PLAIN)))
    const { lines } = run('--json', '--trust', anchors, '--at', '2026-06-01T03:00:00Z', at('one.pdf'))
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      signatures: [{ intact: true, verdict: 'INDETERMINATE', subIndication: 'TRY_LATER', root: { set: 'government' } }],
    })
  }, 60_000)

  it.each([
    ['no file', []],
    ['an unknown option', ['--tin', 'x.pdf']],
    ['a time that is none', ['--at', 'hom qua', 'x.pdf']],
    ['a folder of anchors that is missing', ['--trust', at('khong-co'), 'x.pdf']],
  ])('says what is wrong with the call and ends with 2: %s', (_, args) => {
    const { status, stderr, lines } = run(...args)
    expect({ status, lines }).toEqual({ status: 2, lines: [] })
    expect(stderr).toContain('verify [--json]')
  })
})
