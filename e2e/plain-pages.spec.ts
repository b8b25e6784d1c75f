import { expect, test } from './fixtures'

const DRAFT = '01890000-0000-7000-8000-000000000000'

for (const path of ['/dang-nhap', '/dang-nhap/xac-thuc-lai', `/api/nhap/${DRAFT}/giay-phep`])
  test(`what is no form is refused by ${path}, in words`, async ({ request, baseURL }) => {
    const headers = { 'content-type': 'text/plain', origin: baseURL ?? '' }
    const answer = await request.post(path, { headers, data: 'x' })
    expect(answer.status()).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'invalid-input', words: expect.stringMatching(/\S{3}/) })
  })

test('a plain page answers HEAD, and says which methods it knows', async ({ request, baseURL }) => {
  const head = await request.head('/ho-so', { maxRedirects: 0 })
  expect(head.status()).toBe(303)
  const put = await request.put('/thong-bao', { headers: { origin: baseURL ?? '' } })
  expect([put.status(), put.headers()['allow']]).toEqual([405, 'GET'])
})
