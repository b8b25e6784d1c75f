import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clamdScanner } from './clamd-scanner'
import { noScanner } from './no-scanner'

// In two halves, so that a scanner on the developer's machine does not remove this file.
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((file) => existsSync(file))

async function* stream(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part))
}

describe('no scanner', () => {
  it('says that the file was not scanned', async () => {
    expect(await noScanner().scan(stream(EICAR))).toEqual({ status: 'unscanned' })
  })
})

describe.skipIf(CLAMD === undefined)(
  `clamd${CLAMD === undefined ? ' (skipped: clamav-daemon is not installed)' : ''}`,
  () => {
    let clamd: ChildProcess
    let socket = ''
    beforeAll(async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'clamd-'))
      socket = path.join(folder, 'clamd.sock')
      // One signature is enough to see that the protocol works; the real set is the operator's.
      await writeFile(path.join(folder, 'test.ndb'), `Eicar-Test:0:*:${Buffer.from(EICAR).toString('hex')}\n`)
      const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'Foreground yes', 'StreamMaxLength 1M']
      await writeFile(path.join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
      clamd = spawn(CLAMD ?? '', ['-c', path.join(folder, 'clamd.conf')], { stdio: 'ignore' })
      await vi.waitFor(
        () => {
          expect(existsSync(socket)).toBe(true)
        },
        { timeout: 20_000 },
      )
    }, 30_000)
    afterAll(() => clamd.kill('SIGKILL'))

    const scanner = () => clamdScanner({ path: socket })

    it('finds the test pattern alone, at the end of a long file, and cut in two', async () => {
      const infected = { status: 'infected', signature: 'Eicar-Test.UNOFFICIAL' }
      expect(await scanner().scan(stream(EICAR))).toEqual(infected)
      expect(await scanner().scan(stream(Buffer.alloc(300_000, 'a'), EICAR))).toEqual(infected)
      expect(await scanner().scan(stream(EICAR.slice(0, 20), EICAR.slice(20)))).toEqual(infected)
    })

    it('lets clean and empty files pass', async () => {
      expect(await scanner().scan(stream('giấy khám sức khoẻ'))).toEqual({ status: 'clean' })
      expect(await scanner().scan(stream())).toEqual({ status: 'clean' })
    })

    it('does not call a file clean that was too large to look at', async () => {
      await expect(scanner().scan(stream(Buffer.alloc(3_000_000, 'a')))).rejects.toThrow(/clamd/)
    })

    it('answers ten at a time', async () => {
      const verdicts = await Promise.all(
        Array.from({ length: 10 }, (_, n) => scanner().scan(stream(n % 2 === 0 ? EICAR : 'sạch'))),
      )
      expect(verdicts.map((verdict) => verdict.status)).toEqual(
        Array.from({ length: 5 }, () => ['infected', 'clean']).flat(),
      )
    })
  },
)

describe('a scanner that fails is never taken for a clean verdict', () => {
  let server: Server | undefined
  afterAll(() => server?.close())

  it('when nobody listens', async () => {
    await expect(clamdScanner({ path: path.join(os.tmpdir(), 'no-such-socket') }).scan(stream('a'))).rejects.toThrow()
  })

  it('when it hangs up in the middle', async () => {
    const socket = path.join(await mkdtemp(path.join(os.tmpdir(), 'hang-')), 'socket')
    server = createServer((connection) => {
      connection.once('data', () => connection.end())
    })
    await new Promise<void>((resolve) => server?.listen(socket, resolve))
    await expect(clamdScanner({ path: socket }).scan(stream(Buffer.alloc(500_000)))).rejects.toThrow()
  })
})
