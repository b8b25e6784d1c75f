import { describe, expect, it } from 'vitest'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { prepareSignature } from '@/lib/pades'
import { bytesSource } from '@/lib/pdf'
import { handwritingOf } from './seal-handwriting'
import { appendixFault } from './sign-appendix'

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

const DECISION = {
  template: 'decision' as const,
  issuer: { parentName: 'Công an thành phố Hà Nội', name: 'Phòng Cảnh sát giao thông', place: 'Hà Nội' },
  number: { value: 5, notation: 'QĐ-CSGT' },
  issuedAt: new Date('2026-11-20T03:00:00Z'),
  dossierCode: 'G01.126.08-261005-0007',
  recipients: ['Ông Nguyễn Văn An', 'Lưu: VT, hồ sơ'],
  signer: { authority: ['Trưởng phòng'], name: 'Phạm Quốc Dũng' },
  check: { url: 'https://motcua.example.vn/tra-cuu?ma=1', code: '1' },
  authority: 'Trưởng phòng Cảnh sát giao thông',
  subject: 'Về việc giải quyết hồ sơ',
  grounds: ['Căn cứ Luật Trật tự, an toàn giao thông đường bộ'],
  articles: ['Đồng ý giải quyết.', 'Ông Nguyễn Văn An chịu trách nhiệm thi hành.'],
}
