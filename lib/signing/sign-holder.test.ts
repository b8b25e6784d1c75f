import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseCertificate } from '@/lib/trust'
import { certificateFault, isOwn } from './sign-holder'

const applicant = { personalId: '001090000001', taxCode: '0312687878' }

describe('isOwn', () => {
  it.each([
    [[{ kind: 'personalId', value: '001090000001' }], true],
    [[{ kind: 'taxCode', value: '0312687878' }], true],
    [[{ kind: 'taxCode', value: '0312687878-001' }], false],
    [[{ kind: 'personalId', value: '0312687878' }], false],
    [[{ kind: 'taxCode', value: '001090000001' }], false],
    [[], false],
  ] as const)('%o: %s', (ids, expected) => {
    expect(isOwn(ids, applicant)).toBe(expected)
  })

  it('reads a branch with and without its dash', () => {
    const branch = { personalId: null, taxCode: '0312687878001' }
    expect(isOwn([{ kind: 'taxCode', value: '0312687878-001' }], branch)).toBe(true)
  })

  it('never matches where the applicant has no number', () => {
    expect(isOwn([{ kind: 'taxCode', value: '' }], { personalId: null, taxCode: null })).toBe(false)
  })
})

describe('certificateFault', () => {
  const vector = z
    .object({ certificate: z.base64() })
    .parse(JSON.parse(readFileSync('lib/cms/vectors/test-signer.json', 'utf8')))
  const parsed = parseCertificate(new Uint8Array(Buffer.from(vector.certificate, 'base64')))
  if (!parsed.ok) throw new Error(parsed.error.message)
  const { notBefore, notAfter } = parsed.value
  const within = new Date((notBefore.getTime() + notAfter.getTime()) / 2)

  it('names the first thing wrong', () => {
    expect(certificateFault(parsed.value, null, new Date(notAfter.getTime() + 1))).toBe('expired')
    expect(certificateFault(parsed.value, null, new Date(notBefore.getTime() - 1))).toBe('not-yet-valid')
    expect(certificateFault(parsed.value, applicant, within)).toBe('wrong-subject')
    expect(certificateFault(parsed.value, null, within)).toBeNull()
  })

  it('refuses certificates for other trades', () => {
    const forServers = { ...parsed.value.extensions, extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }
    expect(certificateFault({ ...parsed.value, extensions: forServers }, null, within)).toBe('wrong-purpose')
    const forKeys = { ...parsed.value.extensions, keyUsage: new Set(['keyEncipherment'] as const) }
    expect(certificateFault({ ...parsed.value, extensions: forKeys }, null, within)).toBe('wrong-purpose')
  })
})
