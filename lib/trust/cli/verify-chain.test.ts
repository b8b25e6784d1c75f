import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as pki from '../test-pki'
import { answerLine } from './chain-case'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

describe('verify-chain', () => {
  it('answers a case with its id', async () => {
    const root = await pki.authority('root')
    const leaf = await pki.leafOf(root)
    const row = {
      id: 'a',
      leaf: base64(leaf.certificate.der),
      intermediates: ['AAAA'],
      anchors: [base64(root.certificate.der)],
      at: '2025-06-01T00:00:00Z',
      purpose: 'tls-server',
      hostname: 'example.com',
    }
    expect(await answerLine(JSON.stringify(row))).toMatchObject({ id: 'a', valid: true })
    const request = { ...row, checkRevocation: true, crls: ['AAAA'] }
    const garbled = await answerLine(JSON.stringify({ ...request, ocsps: ['not base64!'] }))
    expect(garbled.reason).toMatch(/^malformed-input: ocsps\.0/)
    expect((await answerLine(JSON.stringify(request))).reason).toMatch(/^no-revocation-information/)
  })

  it('answers whatever a line holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (line) => {
        expect((await answerLine(line)).valid).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
