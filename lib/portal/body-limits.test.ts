import { readdirSync, readFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ACTION_BYTES, BODY_LIMITS, DEFAULT_LIMIT, limitOf } from './body-limits'

const MB = 1024 ** 2
const FORM = 'multipart/form-data; boundary=----WebKitFormBoundaryA1'

const experimental = z.object({ serverActions: z.object({ bodySizeLimit: z.string() }) })
const configurationOfNext = async () =>
  z
    .object({ default: z.object({ experimental: experimental }) })
    .parse(await import(pathToFileURL(path.resolve('next.config.mjs')).href))

function limitFor(method: string, url: string, type = 'application/x-www-form-urlencoded') {
  return limitOf(
    Object.assign(new IncomingMessage(new Socket()), { ...{ method, url }, headers: { 'content-type': type } }),
  )
}

/** Every address of the portal, a sample in place of each of its parameters. */
const addresses = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|(route|answer)\.tsx?)$/.test(file))
  .map((file) => ({ file: path.join('app', file), address: addressOf(path.dirname(file)) }))

function addressOf(folder: string): string {
  const parts = folder.split(path.sep).filter((part) => part !== '.' && !part.startsWith('('))
  const names = parts.map((part) => (part.startsWith('[') ? '01990000-0000-7000-8000-000000000001' : part))
  return `/${names.join('/')}`
}

const methodsOf = (file: string) => {
  const source = readFileSync(file, 'utf8')
  return file.endsWith('page.tsx')
    ? ['POST']
    : ['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => source.includes(method))
}

describe('the limit of what a request may bring', () => {
  it('is small on every route, but where files and signatures arrive', () => {
    const large = addresses.flatMap(({ file, address }) =>
      methodsOf(file).flatMap((method) =>
        [FORM, 'text/plain', 'application/x-www-form-urlencoded'].flatMap((type) =>
          limitFor(method, address, type).bytes > ACTION_BYTES
            ? [`${method} ${address.replaceAll(/[0-9a-f-]{36}/g, ':id')}`]
            : [],
        ),
      ),
    )
    expect([...new Set(large)].sort()).toEqual([
      'PATCH /api/tep/:id',
      'POST /api/ky/:id',
      'POST /can-bo/ky-so/:id/nhan/:id',
      'POST /ho-so/nhap/:id/giay-to/tai-len',
      'POST /kiem-tra-chu-ky/tep',
    ])
  })

  it('belongs to a route that is there', () => {
    for (const row of BODY_LIMITS) {
      const served = addresses.filter(({ file, address }) => row.path.test(address) && methodsOf(file).length > 0)
      expect(served.length, String(row.path)).toBeGreaterThan(0)
    }
  })

  it('is the default one for a path written in any other way than the routes', () => {
    const detour = fc.constantFrom('/.', '//', '/%2e', '/x/..', '/%2e%2e', '/%2F', '\\', '/;', 'http://portal.example')
    const route = fc.constantFrom(...addresses.map(({ address }) => address))
    const fault = fc.property(route, detour, fc.nat(), (address, between, at) => {
      const places = [...address.matchAll(/\/|$/g)].map(({ index }) => index)
      const place = places[at % places.length] ?? 0
      const written = `${address.slice(0, place)}${between}${address.slice(place)}`
      expect(limitFor('POST', written, FORM)).toBe(DEFAULT_LIMIT)
    })
    fc.assert(fault)
    expect(limitFor('POST', '/can-bo/../tuy-chon')).toBe(DEFAULT_LIMIT)
  })

  it('is a large one for one well-formed kind of body only', () => {
    const upload = '/ho-so/nhap/a-1/giay-to/tai-len'
    expect(limitFor('POST', upload, FORM).bytes).toBeGreaterThan(50 * MB)
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a, application/x-www-form-urlencoded',
      'Multipart/Form-Data; boundary=a',
    ])
      expect(limitFor('POST', upload, type).bytes).toBeLessThanOrEqual(ACTION_BYTES)
    expect(limitFor('GET', upload, FORM)).toBe(DEFAULT_LIMIT)
  })

  it('agrees with what Next is told', async () => {
    const { serverActions } = (await configurationOfNext()).default.experimental
    expect(serverActions.bodySizeLimit).toBe(`${String(ACTION_BYTES / MB)}mb`)
  })
})
