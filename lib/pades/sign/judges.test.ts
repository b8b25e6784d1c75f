import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { concat, documentOf, PLAIN, root, signedOver } from '../test-documents'

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'pades-'))
let files = 0

function saveFile(bytes: Uint8Array): string {
  const path = join(folder, `${String(++files)}.pdf`)
  writeFileSync(path, bytes)
  return path
}

const picture = { width: 2, height: 1, rgba: Uint8Array.of(0, 0, 255, 255, 0, 0, 255, 0) }

describe('independent judges', () => {
  it.skipIf(!has('qpdf'))('qpdf finds nothing wrong (skipped without qpdf)', async () => {
    for (const kind of ['table', 'stream'] as const) {
      const path = saveFile(
        await signedOver(
          await signedOver(documentOf(PLAIN, kind), {
            appearance: { box: { left: 10, bottom: 10, width: 50, height: 50 }, picture },
          }),
        ),
      )
      expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      )
    }
  })

  it.skipIf(!has('openssl'))('openssl accepts the CAdES signature (skipped without openssl)', async () => {
    const bytes = await signedOver(documentOf(PLAIN))
    const [, a = 0, b = 0, c = 0] = (
      /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(Buffer.from(bytes).toString('latin1')) ?? []
    )
      .slice(1)
      .map(Number)
    const hex = Buffer.from(bytes.subarray(a + 1, b - 1)).toString('latin1')
    const [cms, data, trusted] = [join(folder, 'cms'), join(folder, 'data'), join(folder, 'root.pem')]
    writeFileSync(cms, Buffer.from(hex, 'hex'))
    writeFileSync(data, concat(bytes.subarray(0, a), bytes.subarray(b, b + c)))
    writeFileSync(
      trusted,
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(root.der).toString('base64')}\n-----END CERTIFICATE-----\n`,
    )
    const args = [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      cms,
      '-content',
      data,
      '-CAfile',
      trusted,
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    ]
    const run = spawnSync('openssl', args, { encoding: 'utf8' })
    expect(run.stderr).toContain('successful')
  })

  it.skipIf(!has('pdfsig'))('pdfsig calls both signatures valid (skipped without pdfsig)', async () => {
    const path = saveFile(await signedOver(await signedOver(documentOf(PLAIN))))
    const text = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
  })
})
