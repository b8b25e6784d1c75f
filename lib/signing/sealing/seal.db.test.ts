import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencySeals } from '@/lib/adapters/agency-seals'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import { pkcs12Signer } from '@/lib/adapters/pkcs12-signer'
import { renderDocument } from '@/lib/documents'
import type { Rendered } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { bytesSource } from '@/lib/pdf'
import { anonymous, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestCtx, TestDatabase, TestPki } from '@/lib/testing'
import { DECISION } from '../appearance/decision.fixture'
import { learnSampleRoots } from '../handlers'
import { sealPaper } from './seal'
import { verifyFile } from '../verification/verify-file'

const AGENCY = 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội'
const folder = mkdtempSync(path.join(os.tmpdir(), 'seal-'))
const at = (name: string) => path.join(folder, name)
const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

let test: TestDatabase
let pki: TestPki
let ctx: TestCtx
let paper: Rendered

beforeAll(async () => {
  ;[test, pki] = await Promise.all([database({ seeded: false }), startTestPki()])
  for (const [holder, password] of [
    ['phong-csgt-ha-noi', 'ConDau-123456'],
    ['pham-quoc-dung', 'Dung-123456'],
  ] as const) {
    writeFileSync(at(`${holder}.p12`), await pki.file(`/p12/${holder}.p12`))
    writeFileSync(at(`${holder}.password`), password)
  }
  ctx = withSeal('phong-csgt-ha-noi')
  await learnSampleRoots(ctx)
  paper = await renderDocument('result', DECISION, { fonts: await officialFonts(), now: ctx.now })
}, 90_000)
afterAll(async () => {
  pki.close()
  await test.close()
})

/** The portal of an agency whose seal is the key of this holder. */
function withSeal(holder: string, now = new Date()): TestCtx {
  const plain = testCtx(test.db, anonymous, now)
  const key = { file: at(`${holder}.p12`), passwordFile: at(`${holder}.password`) }
  const seals = agencySeals('G01.126.08', () => pkcs12Signer(key))
  const outside = { sampleRoots: httpSampleRoots(pki.origin), timestamps: httpTimestamps(`${pki.origin}/tsa`), seals }
  return { ...plain, ports: { ...plain.ports, ...outside } }
}

const sealing = (context: TestCtx, agencyCode = 'G01.126.08') =>
  sealPaper(context, {
    ...{ agencyCode, agencyName: AGENCY, bytes: paper.bytes, place: paper.places.organisation },
    reason: 'Phát hành văn bản',
  })

describe('the seal of an agency on a result', () => {
  it('is PAdES-B-LT as the organisation, and nothing has to be asked to see that it is', async () => {
    const sealed = await sealing(ctx)
    if (sealed === null) throw new Error('not sealed')
    expect(Buffer.from(sealed.bytes.subarray(0, paper.bytes.length)).equals(Buffer.from(paper.bytes))).toBe(true)
    expect(sealed.ceremony).toMatchObject({ root: 'government', level: 'B-LT' })
    const deaf = { ...ctx, ports: { ...ctx.ports, revocation: { fetch: () => Promise.resolve(null) } } }
    const report = await verifyFile(deaf, bytesSource(sealed.bytes), { at: new Date() })
    expect(report.summary).toBe('valid')
    expect(report.signatures).toHaveLength(1)
    expect(report.signatures[0]).toMatchObject({
      holder: 'organisation',
      signer: { name: AGENCY },
      laterChanges: 'allowed',
      timestamps: [{ trusted: true }],
    })
    writeFileSync(at('sealed.pdf'), sealed.bytes)
  })

  it.skipIf(!has('pdfsig'))('pdfsig calls it valid (skipped without poppler-utils)', () => {
    const output = spawnSync('pdfsig', ['-nocert', at('sealed.pdf')], { encoding: 'utf8' }).stdout
    expect(output).toContain('Signature is Valid')
    expect(output).toContain('ETSI.CAdES.detached')
  })

  it.skipIf(!has('qpdf'))('qpdf finds nothing wrong (skipped without qpdf)', () => {
    expect(execFileSync('qpdf', ['--check', at('sealed.pdf')], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  it('openssl follows it to the government root', async () => {
    const bytes = Buffer.from((await sealing(ctx))?.bytes ?? [])
    const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(bytes.toString('latin1'))?.slice(1).map(Number) ?? []
    const [, a = 0, b = 0, c = 0] = range
    writeFileSync(at('cms'), Buffer.from(bytes.subarray(a + 1, b - 1).toString('latin1'), 'hex'))
    writeFileSync(at('data'), Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, b + c)]))
    writeFileSync(at('root.cer'), await pki.file('/ca/goc-chinh-phu.cer'))
    execFileSync('openssl', ['x509', '-inform', 'DER', '-in', at('root.cer'), '-out', at('root.pem')])
    const files = ['-in', at('cms'), '-content', at('data'), '-CAfile', at('root.pem'), '-out', '/dev/null']
    const how = ['-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any']
    expect(spawnSync('openssl', ['cms', ...how, ...files], { encoding: 'utf8' }).stderr).toContain('successful')
  })

  it('is not put on by an agency without one', async () => {
    expect(await sealing(ctx, 'G02')).toBeNull()
  })

  it('is never a person’s certificate', async () => {
    await expect(sealing(withSeal('pham-quoc-dung'))).rejects.toThrow('is not an organisation’s')
  })

  it.each([
    [{ tsa: 'down' }, 'timestamp'],
    [{ tsa: 'garbage' }, 'timestamp-refused'],
    [{ ocsp: 'down', crl: 'down' }, 'evidence-missing'],
  ])('with %o nothing is sealed with less', async (faults, words) => {
    await pki.faults(faults)
    try {
      await expect(sealing(withSeal('phong-csgt-ha-noi'))).rejects.toThrow(words)
    } finally {
      await pki.faults({})
    }
    expect(await sealing(withSeal('phong-csgt-ha-noi'))).not.toBeNull()
  })
})
