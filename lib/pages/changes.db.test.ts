import { createServer, connect as openSocket, type Server, type Socket } from 'node:net'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database, type TestDatabase } from '@/lib/testing'

import { type Following, followChanges } from './changes'

let place: TestDatabase
let line: Awaited<ReturnType<typeof lineTo>>
let following: Following
let tags: string[]

/** A line to the database that can be cut, or go silent, and be mended. */
async function lineTo(url: URL) {
  const open = new Set<[Socket, Socket]>()
  const weather = { isCut: false }
  const server: Server = createServer((near) => {
    if (weather.isCut) {
      near.destroy()
      return
    }
    const far = openSocket(Number(url.port), url.hostname)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    open.add([near, far])
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' && address ? address.port : 0)
  const destroy = () => {
    for (const pair of open) for (const socket of pair) socket.destroy()
  }
  return {
    url: through.href,
    cut: () => {
      weather.isCut = true
      destroy()
    },
    silence: () => {
      for (const pair of open) for (const socket of pair) socket.unpipe()
    },
    mend: () => {
      weather.isCut = false
    },
    close: () => {
      destroy()
      server.close()
    },
  }
}

beforeAll(async () => {
  place = await database({ seeded: false })
  return () => place.close()
})

beforeEach(async () => {
  tags = []
  line = await lineTo(new URL(place.url))
  const note = (what: string) => () => {
    tags.push(what)
  }
  const cache = { changed: (tag: string) => void tags.push(tag), newsLost: note('(lost)'), newsBack: note('(back)') }
  following = await followChanges(line.url, { name: 'page news' }, cache)
})

afterEach(async () => {
  await following.close()
  line.close()
})

const within = (milliseconds: number, expected: string[]) =>
  vi.waitFor(
    () => {
      expect(tags).toEqual(expected)
    },
    { timeout: milliseconds, interval: 20 },
  )

test('a change is heard once its transaction is committed, within a second', async () => {
  await place.sql.begin(async (tx) => {
    await tx`select page_changed('catalogue')`
    expect(tags).toEqual(['(back)'])
  })
  await within(1000, ['(back)', 'catalogue'])
})

test('a broken connection is told, and so is the next one, after which news come again', async () => {
  line.cut()
  await within(1000, ['(back)', '(lost)'])
  await place.sql`select page_changed('missed')`
  await new Promise((resolve) => setTimeout(resolve, 1500))
  line.mend()
  await vi.waitFor(
    () => {
      expect(tags.at(-1)).toBe('(back)')
    },
    { timeout: 2000 },
  )
  expect(tags).not.toContain('missed')
  await place.sql`select page_changed('agencies')`
  await vi.waitFor(() => {
    expect(tags).toContain('agencies')
  }, 1000)
})

test('a connection that dies without a word is noticed, too', async () => {
  line.silence()
  await vi.waitFor(
    () => {
      expect(tags.slice(0, 2)).toEqual(['(back)', '(lost)'])
    },
    { timeout: 3000, interval: 20 },
  )
})
