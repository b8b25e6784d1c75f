import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  anchorOf,
  berToDer,
  parseBasicOcspResponse,
  parseCertificate,
  parseCrl,
  parseOcspResponse,
  validatePath,
  webEngine,
} from './index'
import { findEntry } from './index'
import * as pki from './test-pki'
import type { Authority } from './test-pki'

/** Mutations of real structures; a fixed seed makes a failure come back. */
const SEED = { seed: 20_251_121 }
const PATIENCE = 60_000
const AT = new Date('2025-06-05T00:00:00Z')

type Edit = { readonly at: number; readonly value: number; readonly kind: 'set' | 'drop' | 'insert' }

const edits = fc.array(
  fc.record({
    at: fc.nat(2_000),
    value: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom<Edit['kind']>('set', 'set', 'set', 'drop', 'insert'),
  }),
  { minLength: 1, maxLength: 4 },
)

function mutate(bytes: Uint8Array, list: readonly Edit[]): Uint8Array {
  const octets = [...bytes]
  for (const { at, value, kind } of list) {
    const where = at % octets.length
    if (kind === 'set') octets[where] = value
    else octets.splice(where, kind === 'drop' ? 1 : 0, ...(kind === 'drop' ? [] : [value]))
  }
  return Uint8Array.from(octets)
}

let root: Authority
let leaf: Authority
beforeAll(async () => {
  root = await pki.authority('root', { more: [pki.nameConstraints([pki.dns('example.com')], [])] })
  leaf = await pki.leafOf(root, { more: [pki.alternativeNames(pki.dns('example.com'), pki.mail('a@b.vn'))] })
})

describe('mutated input', () => {
  it(
    'is parsed or refused, never more',
    async () => {
      const crl = await pki.list(root, [{ serial: '0badcafe', extensions: [pki.reason(1)] }, { serial: '77' }])
      const ocsp = await pki.reply({ about: leaf.certificate, issuer: root, nonce: Uint8Array.of(1) })
      fc.assert(
        fc.property(edits, (list) => {
          parseCertificate(mutate(leaf.certificate.der, list))
          parseOcspResponse(mutate(ocsp.der, list))
          parseBasicOcspResponse(mutate(ocsp.der, list))
          berToDer(mutate(ocsp.der, list))
          const parsed = parseCrl(mutate(crl.der, list))
          if (parsed.ok) findEntry(parsed.value, leaf.certificate)
        }),
        { ...SEED, numRuns: 3_000 },
      )
    },
    PATIENCE,
  )

  it(
    'never lets a changed certificate pass',
    async () => {
      const anchors = [anchorOf(root.certificate, 'public')]
      const property = fc.asyncProperty(edits, async (list) => {
        const der = mutate(leaf.certificate.der, list)
        fc.pre(
          !der.every((octet, index) => octet === leaf.certificate.der[index]) ||
            der.length !== leaf.certificate.der.length,
        )
        const parsed = parseCertificate(der)
        if (!parsed.ok) return
        const verdict = await validatePath({
          engine: webEngine,
          leaf: parsed.value,
          intermediates: [],
          anchors,
          at: AT,
        })
        expect(verdict.valid).toBe(false)
      })
      await fc.assert(property, { ...SEED, numRuns: 800 })
    },
    PATIENCE,
  )

  it(
    'never lets a changed list or response vouch for a certificate',
    async () => {
      const crl = await pki.list(root, [{ serial: leaf.certificate.serial }])
      const ocsp = await pki.reply({ about: leaf.certificate, issuer: root, status: pki.revokedSince('2025-01-01') })
      const anchors = [anchorOf(root.certificate, 'public')]
      const property = fc.asyncProperty(edits, async (list) => {
        const list1 = parseCrl(mutate(crl.der, list))
        const reply = parseOcspResponse(mutate(ocsp.der, list))
        const revocation = {
          crls: list1.ok ? [list1.value] : [],
          ocsps: reply.ok ? [reply.value] : [],
          mode: 'required' as const,
        }
        const verdict = await validatePath({
          engine: webEngine,
          leaf: leaf.certificate,
          intermediates: [],
          anchors,
          at: AT,
          revocation,
        })
        expect(verdict.valid).toBe(false)
      })
      await fc.assert(property, { ...SEED, numRuns: 500 })
    },
    PATIENCE,
  )
})
