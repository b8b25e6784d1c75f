import { spawnSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOLDERS, isRemote } from './people'
import { startPki } from './pki'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
let folder = ''
let url = ''
let close = async () => {}
const at = (name: string) => join(folder, name)

const run = (...args: string[]) => {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  return { status: done.status, text: `${done.stdout}${done.stderr}` }
}
const fetchBytes = async (path: string) => Buffer.from(await (await fetch(`${url}${path}`)).arrayBuffer())
const faults = (switches: object) => fetch(`${url}/faults`, { method: 'POST', body: JSON.stringify(switches) })

async function writeAuthorities(): Promise<void> {
  for (const id of ['goc-cong-cong', 'cong-cong', 'goc-chinh-phu', 'chinh-phu']) {
    const certificate = new X509Certificate(await fetchBytes(`/ca/${id}.cer`))
    writeFileSync(at(`${id}.pem`), certificate.toString())
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pki-'))
  const pki = await startPki({ port: 0, dataDir: at('data') })
  url = pki.url
  close = pki.close
  await writeAuthorities()
}, 60_000)
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})
afterEach(() => faults({}))

/** The certificate out of a holder's PKCS#12 file, by openssl. */
async function certificateOf(id: string): Promise<string> {
  if (existsSync(at(`${id}.pem`))) return `${id}.pem`
  const holder = HOLDERS.find((candidate) => candidate.id === id)
  writeFileSync(at(`${id}.p12`), await fetchBytes(`/p12/${id}.p12`))
  const { status, text } = run(
    'pkcs12',
    '-in',
    `${id}.p12`,
    '-passin',
    `pass:${holder?.password ?? ''}`,
    '-clcerts',
    '-nokeys',
    '-out',
    `${id}.pem`,
  )
  expect(text).not.toMatch(/invalid|error/i)
  expect(status).toBe(0)
  return `${id}.pem`
}

describe('the demo page', () => {
  it('offers every key file with its password, and says what all of it is worth', async () => {
    const page = (await fetchBytes('/')).toString('utf8')
    for (const holder of HOLDERS.filter((holder) => !isRemote(holder))) {
      expect(page).toContain(`/p12/${holder.id}.p12`)
      expect(page).toContain(holder.password)
    }
    expect(page).toContain('KHÔNG CÓ GIÁ TRỊ PHÁP LÝ – DEMO')
  })

  it('keeps what it made; under another address keys and roots stay, and links follow', async () => {
    const [root, key] = [await fetchBytes('/ca/goc-cong-cong.cer'), await fetchBytes('/ca/cong-cong.cer')]
    await close()
    const again = await startPki({ port: Number(new URL(url).port), dataDir: at('data') })
    expect(await fetchBytes('/ca/cong-cong.cer')).toEqual(key)
    await again.close()
    const moved = await startPki({ port: 0, dataDir: at('data') })
    url = moved.url
    close = moved.close
    expect(await fetchBytes('/ca/goc-cong-cong.cer')).toEqual(root)
    const issuing = new X509Certificate(await fetchBytes('/ca/cong-cong.cer'))
    expect(issuing.publicKey.equals(new X509Certificate(key).publicKey)).toBe(true)
    expect(issuing.infoAccess).toContain(new URL(moved.url).port)
    await writeAuthorities()
  })
})

describe.skipIf(!hasOpenssl)('judged by openssl (skipped where it is absent)', () => {
  it.each(HOLDERS.filter((holder) => !isRemote(holder)).map((holder) => [holder.id, holder] as const))(
    '%s has a key file that opens, and a path as its state says',
    async (id, holder) => {
      const certificate = await certificateOf(id)
      writeFileSync(at('leaf.crl'), await fetchBytes(`/crl/${holder.authority}.crl`))
      run('crl', '-inform', 'DER', '-in', 'leaf.crl', '-out', 'leaf.crl.pem')
      const chain = ['-CAfile', `goc-${holder.authority}.pem`, '-untrusted', `${holder.authority}.pem`]
      const checks = ['-crl_check', '-CRLfile', 'leaf.crl.pem', '-x509_strict', '-purpose', 'smimesign']
      const { text } = run('verify', ...chain, ...checks, certificate)
      const expected = {
        good: 'OK',
        revoked: 'certificate revoked',
        expired: 'certificate has expired',
        'not-yet-valid': 'not yet valid',
        'wrong-purpose': /unsuitable certificate purpose/i,
        'unknown-root': 'self-signed certificate',
      }[holder.state]
      expect(text).toMatch(expected)
    },
  )

  it('binds each person or organisation by its identifier', async () => {
    // Fetched before any is read: openssl holds up this process, and a connection kept open meanwhile is cut.
    const holders = HOLDERS.filter((holder) => !isRemote(holder))
    const files = await Promise.all(holders.map(async (holder) => [holder, await certificateOf(holder.id)] as const))
    for (const [holder, file] of files) {
      const { text } = run('x509', '-in', file, '-noout', '-subject', '-nameopt', 'utf8,sep_multiline')
      expect(text).toContain(`UID=${holder.subject.userId ?? ''}`)
      expect(text).toContain(`CN=${holder.subject.commonName}`)
    }
  })

  it.each([
    ['nguyen-van-an', 'cong-cong', 'good'],
    ['pham-quoc-dung', 'chinh-phu', 'good'],
    ['nguyen-van-an-thu-hoi', 'cong-cong', 'revoked'],
  ])('OCSP says of %s under %s: %s', async (id, authority, status) => {
    const { text } = await ocspAnswer(await certificateOf(id), authority)
    expect(text).toContain('Response verify OK')
    expect(text).toContain(`Cert Status: ${status}`)
  })

  /** The server lives in this very process, so openssl must not block it. */
  async function ocspAnswer(certificate: string, authority: string) {
    const request = ['ocsp', '-issuer', `${authority}.pem`, '-cert', certificate]
    expect(run(...request, '-reqout', 'question').status).toBe(0)
    const answer = await fetch(`${url}/ocsp`, { method: 'POST', body: readFileSync(at('question')) })
    writeFileSync(at('answer'), Buffer.from(await answer.arrayBuffer()))
    return run(
      ...['ocsp', '-respin', 'answer', '-reqin', 'question', '-resp_text'],
      ...['-CAfile', `goc-${authority}.pem`, '-verify_other', `${authority}.pem`],
    )
  }

  it.each([
    ['wrong-nonce', 'Nonce'],
    ['unsigned', 'Verify Failure'],
    ['unknown', 'Cert Status: unknown'],
  ] as const)('OCSP can be made to lie: %s', async (ocsp, expected) => {
    await faults({ ocsp })
    const { text } = await ocspAnswer(await certificateOf('nguyen-van-an'), 'cong-cong')
    expect(text).toContain(expected)
  })

  async function timestamp(...options: string[]) {
    writeFileSync(at('document'), randomBytes(100))
    run('ts', '-query', '-data', 'document', '-sha256', '-cert', '-out', 'query', ...options)
    const answer = await fetch(`${url}/tsa`, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: readFileSync(at('query')),
    })
    writeFileSync(at('reply'), Buffer.from(await answer.arrayBuffer()))
    return run(
      'ts',
      '-verify',
      '-queryfile',
      'query',
      '-in',
      'reply',
      '-CAfile',
      'goc-cong-cong.pem',
      '-untrusted',
      'cong-cong.pem',
    )
  }

  it('stamps the time', async () => {
    expect((await timestamp()).text).toContain('Verification: OK')
    expect(run('ts', '-verify', '-data', 'document', '-in', 'reply', '-CAfile', 'goc-cong-cong.pem').text).toContain(
      'Verification: OK',
    )
    expect((await timestamp('-sha512', '-no_nonce')).text).toContain('Verification: OK')
  })

  it.each([
    ['wrong-imprint', 'message imprint mismatch'],
    ['wrong-nonce', 'nonce mismatch'],
    ['unsigned', 'signature failure'],
    ['rejected', 'time source was not available'],
  ] as const)('the timestamp can be made to lie: %s', async (tsa, expected) => {
    await faults({ tsa })
    const { status, text } = await timestamp()
    expect(status).not.toBe(0)
    expect(text).toMatch(new RegExp(`${expected}|Failure code: timeNotAvailable|no time stamp token`))
  })

  it('refuses a weak digest in the words of the protocol', async () => {
    await timestamp('-sha1')
    expect(run('ts', '-reply', '-in', 'reply', '-text').text).toContain('unrecognized or unsupported algorithm')
  })
})

describe('services that fail', () => {
  it('are down, or answer nonsense, as told', async () => {
    await faults({ ocsp: 'down', tsa: 'garbage', csc: 'down', crl: 'down' })
    expect((await fetch(`${url}/ocsp`, { method: 'POST', body: 'x' })).status).toBe(503)
    expect(await (await fetch(`${url}/tsa`, { method: 'POST', body: 'x' })).text()).toContain('502')
    expect((await fetch(`${url}/csc/v2/info`, { method: 'POST' })).status).toBe(503)
    expect((await fetch(`${url}/crl/cong-cong.crl`)).status).toBe(503)
    expect((await faults({ ocsp: 'no such fault' })).status).toBe(422)
  })
})
