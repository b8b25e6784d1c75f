import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseCertificate } from '@/lib/trust'
import { certificateFault } from './certificate-fault'
import { isOwn, signatoryWords, subjectFault } from './signatory'

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

describe('whose certificate must be used', () => {
  const director = {
    holder: 'person',
    name: 'Lê Hoàng Nam',
    ids: [{ kind: 'personalId', value: '079085000003' }],
  } as const
  const staff = { ...director, ids: [...director.ids, { kind: 'taxCode', value: '0312687878' }] } as const
  const company = { holder: 'organisation', name: 'Sao Mai', ids: [{ kind: 'taxCode', value: '0312687878' }] } as const
  const numbers = { personalId: '079085000003', taxCode: '0312687878' }
  const organisation = { ...numbers, as: 'organisation' } as const
  const person = { ...numbers, as: 'person' } as const

  it.each([
    ['the company', company, organisation, null],
    ['the director for the company', director, organisation, 'not-an-organisation'],
    ['somebody of the company for the company', staff, organisation, 'not-an-organisation'],
    ['another company', company, { ...organisation, taxCode: '0100000000' }, 'another-organisation'],
    ['a company without a tax code', { ...company, ids: [] }, organisation, 'no-tax-code'],
    ['any company where none is named', company, { ...organisation, taxCode: null }, null],
    ['the director', director, person, null],
    ['the company for the director', company, person, 'not-a-person'],
    ['another person', director, { ...person, personalId: '001090000001' }, 'another-person'],
    ['either', company, numbers, null],
    ['neither', company, { personalId: '001090000001', taxCode: null }, 'wrong-subject'],
    ['the official', director, { name: 'Lê Hoàng Nam', personalId: null }, null],
    ['the seal for the official', company, { name: 'Sao Mai', personalId: null }, 'not-a-person'],
  ] as const)('%s', (_, speaker, signatory, fault) => {
    expect(subjectFault(speaker, signatory)).toBe(fault)
  })

  it('is said the same way everywhere', () => {
    expect(signatoryWords(organisation).vi).toBe('Phải ký bằng chứng thư của tổ chức, MST 0312687878.')
    expect(signatoryWords(person).vi).toBe('Phải ký bằng chứng thư của cá nhân, số định danh 079085000003.')
    expect(signatoryWords({ name: 'Phạm Quốc Dũng', personalId: '001075000113' }).vi).toBe(
      'Phải ký bằng chứng thư của cá nhân Phạm Quốc Dũng (số định danh tận cùng 113), không phải của cơ quan.',
    )
    expect(signatoryWords(numbers).vi).toContain('tổ chức, MST 0312687878, hoặc của cá nhân')
  })
})
