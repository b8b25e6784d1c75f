import { describe, expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import {
  anchors,
  authorityAt,
  ca,
  concat,
  documentOf,
  evidence,
  machinery,
  NOW,
  person,
  PLAIN,
  root,
  signedOver,
  unique,
  validate,
} from '../test-documents'
import { issue, revocationList, signerOf } from '../test-pki'
import { validatePdf } from '../validate'
import { archivePdf, extendToLongTerm } from './long-term'

describe('levels', () => {
  const later = new Date('2027-06-01T00:00:00Z')
  const store = { ...evidence, crls: [...evidence.crls] }

  async function longTerm() {
    const bytes = await signedOver(documentOf(PLAIN), { authority: authorityAt(NOW) })
    const input = { source: bytesSource(bytes), at: NOW, anchors, evidence: store, unique: unique(), ...machinery }
    const result = await archivePdf(input, authorityAt(NOW), machinery)
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
    return concat(bytes, result.value.appendix)
  }

  it('proves the time of signing by a timestamp', async () => {
    const { signatures } = await validate(await signedOver(documentOf(PLAIN), { authority: authorityAt(NOW) }))
    expect(signatures[0]).toMatchObject({ provenTime: NOW, timestamps: [{ trusted: true }] })
  })

  it('keeps passing after the certificates ended, from what the file itself carries', async () => {
    const short = issue('Ngan han', { issuer: ca, use: 'sign', from: '2026-01-01', to: '2026-12-31' })
    const bytes = await signedOver(documentOf(PLAIN), { signer: signerOf(short, [ca]), authority: authorityAt(NOW) })
    const input = { source: bytesSource(bytes), at: NOW, anchors, evidence: store, unique: unique(), ...machinery }
    const result = await archivePdf(input, authorityAt(NOW), machinery)
    if (!result.ok) throw new Error(result.error.detail)
    const { signatures } = await validate(concat(bytes, result.value.appendix), { at: later })
    expect(signatures[0]?.verdict).toMatchObject({ because: 'passed-after-expiry' })
    const bare = await signedOver(documentOf(PLAIN), { signer: signerOf(short, [ca]) })
    expect((await validate(bare, { at: later })).signatures[0]?.verdict).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'OUT_OF_BOUNDS_NO_POE',
    })
  })

  it('names the document timestamp and the store as permitted additions', async () => {
    const { signatures } = await validate(await longTerm())
    expect(signatures.map((signature) => [signature.kind, signature.laterChanges])).toEqual([
      ['signature', 'allowed'],
      ['timestamp', 'none'],
    ])
    expect(signatures[0]?.changes.map((change) => change.code)).toEqual(['security-store', 'document-timestamp'])
  })

  it('refuses LT without the evidence it needs', async () => {
    const bytes = await signedOver(documentOf(PLAIN))
    const none = { certificates: [], ocsps: [], crls: [] }
    const input = { source: bytesSource(bytes), at: NOW, anchors, evidence: none, unique: unique(), ...machinery }
    expect(await extendToLongTerm(input)).toMatchObject({ ok: false, error: { code: 'evidence-missing' } })
  })

  it('tells revoked before signing from revoked after a proven time', async () => {
    const bytes = await signedOver(documentOf(PLAIN), { authority: authorityAt(NOW) })
    const judge = async (when: string) => {
      const crls = [
        revocationList(ca, new Date('2026-06-03'), [{ who: person, at: new Date(when) }]),
        revocationList(root, NOW),
      ]
      const input = {
        source: bytesSource(bytes),
        at: new Date('2026-06-04'),
        anchors,
        evidence: { ...store, crls },
        ...machinery,
      }
      const result = await validatePdf(input)
      return result.ok ? result.value.signatures[0]?.verdict : undefined
    }
    expect(await judge('2026-06-02')).toMatchObject({ because: 'passed' })
    expect(await judge('2026-05-01')).toMatchObject({ indication: 'TOTAL_FAILED', subIndication: 'REVOKED' })
  })
})
