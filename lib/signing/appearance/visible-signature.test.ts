import { describe, expect, it } from 'vitest'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { prepareSignature } from '@/lib/pades'
import { bytesSource } from '@/lib/pdf'
import { DECISION } from './decision.fixture'
import { handwritingOf } from './handwriting'
import { appendixFault } from '../requirement/appendix-fault'

describe('a leader’s visible signature', () => {
  it('adds nothing to a paper of ours but the signature', async () => {
    const { bytes, places } = await renderDocument('result', DECISION, { fonts: await officialFonts(), now: DAY })
    const { page = 0, x = 0, y = 0, width = 0, height = 0 } = places.person ?? {}
    const box = { left: x, bottom: y, width, height }
    const prepared = await prepareSignature(bytesSource(bytes), {
      ...{ kind: 'signature', unique: new Uint8Array(16).fill(7), at: DAY, signerName: 'Phạm Quốc Dũng' },
      ...{ page: page + 1, appearance: { box, picture: await handwritingOf('Phạm Quốc Dũng') } },
    })
    if (!prepared.ok) throw new Error(prepared.error.code)
    const whole = new Uint8Array(Buffer.concat([bytes, prepared.value.appendix]))
    expect(await appendixFault(bytesSource(whole), bytes.length)).toBeNull()
  })
})

const DAY = new Date('2026-11-20T03:00:00Z')
