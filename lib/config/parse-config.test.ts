import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'

const key = Buffer.alloc(32, 1).toString('base64')
const demo = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/motcua',
  SMTP_URL: 'smtp://127.0.0.1:3003',
  OIDC_ISSUER: 'http://localhost:3001',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'demo-secret',
  AUTH_SECRET: 'demo-0123456789012345678901234567890123',
  PERSONAL_DATA_KEY: `demo-${key}`,
}
const production = {
  ...demo,
  MOT_CUA_MODE: 'production',
  ORIGIN: 'https://dichvucong.example.vn/',
  SMTP_URL: 'smtp://mail.example.vn:587',
  OIDC_ISSUER: 'https://dangnhap.example.vn',
  OIDC_CLIENT_SECRET: 'real-secret',
  AUTH_SECRET: 'real-0123456789012345678901234567890123',
  PERSONAL_DATA_KEY: key,
  CLAMD_SOCKET: '/run/clamav/clamd.ctl',
}

describe('a good environment', () => {
  it('of the demo fills in the rest', () => {
    const config = parseConfig({ ...demo, PORT: '' })
    expect(config).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        origin: 'http://localhost:3000',
        blobs: { kind: 'disk' },
        scanner: { kind: 'none' },
      },
    })
  })

  it('of production is taken as it is', () => {
    const config = parseConfig(production)
    expect(config).toMatchObject({
      ok: true,
      value: {
        host: '0.0.0.0',
        origin: 'https://dichvucong.example.vn',
        scanner: { address: { path: '/run/clamav/clamd.ctl' } },
      },
    })
  })

  it('holds a seal in a file or on a token', () => {
    const seal = { SEAL_AGENCY: 'G01.126.08', SEAL_PASSWORD_FILE: '/run/secrets/seal' }
    expect(parseConfig({ ...demo, ...seal, SEAL_PKCS12: 'seal.p12' })).toMatchObject({
      ok: true,
      value: { seal: { agencyCode: 'G01.126.08', key: { kind: 'pkcs12', file: 'seal.p12' } } },
    })
    const token = { SEAL_PKCS11_MODULE: 'm.so', SEAL_PKCS11_TOKEN: 't', SEAL_PKCS11_ID: '0a', SEAL_PKCS11_CHAIN: 'c' }
    expect(parseConfig({ ...demo, ...seal, ...token })).toMatchObject({
      ok: true,
      value: { seal: { key: { kind: 'pkcs11', id: '0a' } } },
    })
    expect(parseConfig({ ...demo, SEAL_FOLDER: '/seals' })).toMatchObject({
      ok: true,
      value: { seal: { folder: '/seals' } },
    })
    expect(parseConfig(demo)).toMatchObject({ ok: true, value: { seal: null } })
  })

  it.each([
    [{ SEAL_AGENCY: 'G01' }, 'SEAL_PKCS11_MODULE is not set'],
    [{ SEAL_PKCS12: 'seal.p12' }, 'SEAL_AGENCY is not set'],
  ])('is refused with half a seal: %o', (half, line) => {
    const config = parseConfig({ ...demo, ...half })
    expect(config.ok ? '' : config.error).toContain(line)
  })

  it('turns to S3 as soon as S3 is complete', () => {
    const s3 = {
      S3_ENDPOINT: 'http://127.0.0.1:9000',
      S3_BUCKET: 'tep',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
    }
    expect(parseConfig({ ...demo, ...s3 })).toMatchObject({
      ok: true,
      value: { blobs: { kind: 's3', region: 'us-east-1' } },
    })
  })
})

describe('one wrong value stops the start with one line that names it', () => {
  it.each([
    [{ PORT: '80a' }, 'PORT is "80a": expected a port between 1 and 65535'],
    [{ PORT: '70000' }, 'PORT is "70000": expected a port between 1 and 65535'],
    [
      { DATABASE_URL: 'mysql://u:p@h/d' },
      'DATABASE_URL has a value that cannot be used: expected postgres://user:password@host:port/database',
    ],
    [
      { DATABASE_OWNER_URL: 'postgres' },
      'DATABASE_OWNER_URL has a value that cannot be used: expected postgres://owner:password@host:port/database',
    ],
    [{ SMTP_URL: undefined }, 'SMTP_URL is not set: expected smtp://user:password@host:port, or smtps'],
    [
      { S3_BUCKET: 'tep' },
      'S3_ENDPOINT is not set: expected the address of an S3 service, such as https://s3.example.vn',
    ],
    [{ MOT_CUA_MODE: 'prod' }, 'MOT_CUA_MODE is "prod": expected demo or production'],
    [{ ALLOW_UNSCANNED: 'yes' }, 'ALLOW_UNSCANNED is "yes": expected 1 to accept files no scanner has seen, else 0'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET has a value that cannot be used: expected at least 32 characters'],
    [
      { PERSONAL_DATA_KEY: 'c2hvcnQ=' },
      'PERSONAL_DATA_KEY has a value that cannot be used: expected 32 bytes in base64',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud": expected silent, error, warn, info or debug'],
  ])('%o', (change, line) => {
    const config = parseConfig({ ...demo, ...change })
    expect(config).toEqual({ ok: false, error: line })
  })
})

describe('production refuses', () => {
  it.each([
    [{ ORIGIN: undefined }, 'ORIGIN must be set'],
    [{ ORIGIN: 'http://dichvucong.example.vn' }, 'ORIGIN must be set to an https address'],
    [{ AUTH_SECRET: demo.AUTH_SECRET }, 'AUTH_SECRET is a secret of the demo'],
    [{ PERSONAL_DATA_KEY: demo.PERSONAL_DATA_KEY }, 'PERSONAL_DATA_KEY is a secret of the demo'],
    [{ OIDC_CLIENT_SECRET: 'demo-secret' }, 'OIDC_CLIENT_SECRET is a secret of the demo'],
    [{ OIDC_ISSUER: 'http://localhost:3001' }, 'OIDC_ISSUER points at the sandbox'],
    [{ OIDC_ISSUER: 'http://dangnhap.example.vn' }, 'OIDC_ISSUER is not encrypted'],
    [{ PKI_ORIGIN: 'http://localhost:3004' }, 'PKI_ORIGIN names trial certification authorities'],
    [{ SMTP_URL: 'smtp://127.0.0.1:3003' }, 'SMTP_URL points at the sandbox'],
    [{ CLAMD_SOCKET: undefined }, 'CLAMD_HOST is not set: production expects a scanner'],
  ])('%o', (change, line) => {
    const config = parseConfig({ ...production, ...change })
    expect(config.ok ? '' : config.error).toContain(line)
  })

  it('but not a mail server of its own, nor missing scanners once told so', () => {
    const config = parseConfig({
      ...production,
      SMTP_URL: 'smtp://localhost:25',
      CLAMD_SOCKET: undefined,
      ALLOW_UNSCANNED: '1',
    })
    expect(config.ok).toBe(true)
  })
})
