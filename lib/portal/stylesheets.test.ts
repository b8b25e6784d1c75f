import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { stylesheetsIn, stylesheetsOf, STYLED_PAGE } from './stylesheets'

it('reads the style sheets of a page in their order, whatever else they say of themselves', () => {
  const html = `<link rel="icon" href="/favicon.svg"/><link rel="stylesheet" href="/a.css?x=1&amp;y=2" data-precedence="next"/>
    <link data-n="1" rel="stylesheet" href="/b.css"/><p>rel="stylesheet" href="/c.css"</p>`
  expect(stylesheetsIn(html)).toEqual(['/a.css?x=1&y=2', '/b.css'])
})

it('asks until there is an answer, and then no more', async () => {
  const pages = ['', '<p>nothing here</p>', '<link rel="stylesheet" href="/a.css"/>']
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    const page = pages[paths.length - 1]
    if (page === '') response.destroy()
    else response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const sheets = stylesheetsOf({ port: (server.address() as AddressInfo).port })
    expect([await sheets(), await sheets()]).toEqual([[], []])
    expect(await Promise.all([sheets(), sheets()])).toEqual([['/a.css'], ['/a.css']])
    expect(await sheets()).toEqual(['/a.css'])
    expect(paths).toEqual([STYLED_PAGE, STYLED_PAGE, STYLED_PAGE])
  } finally {
    server.close()
  }
})
