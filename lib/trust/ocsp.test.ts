import { expect, it } from 'vitest'
import * as der from './der-write'
import { ocspRequest, parseOcspResponse, readDer, webEngine } from './index'
import * as pki from './test-pki'

it('reads the nonce back, writes a request, and names a failure', async () => {
  const root = await pki.authority('root')
  const leaf = await pki.leafOf(root)
  const nonce = Uint8Array.of(1, 2, 3, 4)
  expect((await pki.reply({ about: leaf.certificate, issuer: root, nonce })).nonce).toBe('040401020304')
  const request = await ocspRequest(webEngine, { leaf: leaf.certificate, issuer: root.certificate, nonce })
  expect(readDer(request).end).toBe(request.length)
  expect(parseOcspResponse(der.sequence(der.enumerated(3)))).toMatchObject({
    ok: false,
    error: { code: 'ocsp-failure' },
  })
})
