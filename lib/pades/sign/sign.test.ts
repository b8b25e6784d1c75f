import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import { ca, concat, documentOf, machinery, NOW, person, PLAIN, signedOver, unique, validate } from '../test-documents'
import { issue, signerOf } from '../test-pki'
import { webHashes } from '../web-hash'
import { attachmentBox, attachmentLine, sealBox } from './layout'
import { prepareSignature } from './prepare'
import { signPdf } from './sign'
import type { Signer } from './signer'
import { setText } from './text'

const picture = {
  width: 2,
  height: 2,
  rgba: Uint8Array.of(0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 255, 255, 0, 0, 255, 128),
}
const fontPath = join(process.cwd(), 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')

describe('signPdf', () => {
  it.each(['table', 'stream'] as const)(
    'signs a file with a cross-reference %s, and others sign after it',
    async (kind) => {
      const once = await signedOver(documentOf(PLAIN, kind), { reason: 'Phê duyệt (a) /ByteRange [0 9999999999' })
      const twice = await signedOver(once)
      const { signatures, anomalies } = await validate(twice)
      expect(anomalies).toEqual([])
      expect(
        signatures.map((signature) => [signature.verdict.indication, signature.coverage, signature.laterChanges]),
      ).toEqual([
        ['TOTAL_PASSED', 'whole-revision', 'allowed'],
        ['TOTAL_PASSED', 'whole-file', 'none'],
      ])
      expect(signatures[0]).toMatchObject({ reason: 'Phê duyệt (a) /ByteRange [0 9999999999', claimedTime: NOW })
      expect(twice.subarray(0, once.length)).toEqual(once)
    },
  )

  it('digests alike in the browser', async () => {
    const source = bytesSource(documentOf(PLAIN))
    const request = { source, signer: signerOf(person, [ca]), plan: { unique: unique() } }
    const result = await signPdf(request, { ...machinery, hashes: webHashes })
    if (!result.ok) throw new Error(result.error.detail)
    const { signatures } = await validate(concat(documentOf(PLAIN), result.value.appendix))
    expect(signatures[0]?.verdict.indication).toBe('TOTAL_PASSED')
  })

  it('shows a person, a seal beside it, and the line of an attachment', async () => {
    const box = { left: 320, bottom: 200, width: 120, height: 60 }
    const byPerson = await signedOver(documentOf(PLAIN), { appearance: { box, picture } })
    const text = await setText(attachmentLine('1234/QĐ-BXD', NOW), 10, readFileSync(fontPath))
    const sealed = await signedOver(byPerson, { appearance: { box: sealBox(box), picture } })
    const line = { box: attachmentBox({ width: 595, height: 842 }, text.width), text }
    const { signatures } = await validate(await signedOver(sealed, { appearance: line }))
    expect(signatures.map((signature) => signature.verdict.because)).toEqual(['passed', 'passed', 'passed'])
    expect(signatures[0]?.changes.map((change) => change.code)).toContain('annotation-overlap')
    expect(attachmentLine('1234/BXD-VP', new Date('2026-11-20T02:15:00Z'))).toBe(
      '1234/BXD-VP; 20/11/2026 09:15:00 +07:00',
    )
  })

  it('gives back the base digest, and refuses a signature that does not verify', async () => {
    const other = signerOf(issue('Ke khac', { use: 'sign' }), [])
    const source = bytesSource(documentOf(PLAIN))
    const lying: Signer = { ...signerOf(person, [ca]), sign: (digest, message) => other.sign(digest, message) }
    const refused = await signPdf({ source, signer: lying, plan: { unique: unique() } }, machinery)
    expect(refused).toMatchObject({ ok: false, error: { code: 'signature-refused' } })
  })

  it('never lowers the level: a failing authority fails the signature', async () => {
    const source = bytesSource(documentOf(PLAIN))
    const authority = { stamp: () => Promise.reject(new Error('503')) }
    const result = await signPdf(
      { source, signer: signerOf(person, [ca]), plan: { unique: unique() }, authority },
      machinery,
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'timestamp-failed', detail: '503' } })
  })

  it('certifies, and then lets nobody sign where the certification forbids it', async () => {
    const certified = await signedOver(documentOf(PLAIN), { certify: 1 })
    const again = await prepareSignature(bytesSource(certified), { kind: 'signature', unique: unique() })
    expect(again).toMatchObject({ ok: false, error: { code: 'signing-forbidden' } })
    expect((await validate(certified)).signatures[0]).toMatchObject({
      permissions: { level: 1 },
      verdict: { because: 'passed' },
    })
  })

  it('names a missing page and a file that is no PDF', async () => {
    const plan = { kind: 'signature', unique: unique(), page: 7 } as const
    expect(await prepareSignature(bytesSource(documentOf(PLAIN)), plan)).toMatchObject({
      error: { code: 'page-missing' },
    })
    expect(await prepareSignature(bytesSource(new Uint8Array(9)), plan)).toMatchObject({
      error: { code: 'pdf-refused' },
    })
  })
})
