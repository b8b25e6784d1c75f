import { expect, it } from 'vitest'
import { parseEvidence } from './evidence'
import { issue } from './test-pki'

it('keeps evidence that differs in a single byte in its midst, and what is repeated once', () => {
  const { der } = issue('Co quan', { use: 'ca' })
  const other = Uint8Array.from(der)
  // Inside the public key, which reading does not weigh.
  const midst = der.length - 150
  other[midst] = (other[midst] ?? 0) ^ 1
  const { certificates } = parseEvidence([
    { certificates: [der, other], crls: [], ocsps: [] },
    { certificates: [Uint8Array.from(der)], crls: [], ocsps: [] },
  ])
  expect(certificates.map((certificate) => certificate.der)).toEqual([der, other])
})
