import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { previewResponse } from './preview-response'

describe('previewResponse', () => {
  it('shows, where a page is never drawn, a picture that says so', async () => {
    const answer = previewResponse({ kind: 'none' }, 1240, 'vi')
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600'])
    const picture = Buffer.from(await answer.arrayBuffer())
    expect(picture.toString()).toContain('không có ảnh xem trước')
    expect((await sharp(picture).metadata()).width).toBeGreaterThan(600)
  })

  it('says of our own shortage that it passes, and is not kept', () => {
    const { status, headers } = previewResponse({ kind: 'later' }, 240, 'en')
    expect([status, headers.get('cache-control'), headers.get('retry-after')]).toEqual([503, 'no-store', '10'])
  })

  it('has nothing for a page the file does not have', () => {
    expect(previewResponse({ kind: 'no-such-page' }, 240, 'vi').status).toBe(404)
  })
})
