import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access'
import { afterFailure, secondsToWait, type Attempts } from './attempt-policy'
import { factsFrom, holderOf, identityClaims } from './claims'
import { deviceOf } from './device'
import { acceptedStep, codeAt, totpSecret } from './one-time-codes'
import { hashPassword, verifyPassword } from './passwords'
import { faultOf } from './provider-faults'
import { keyedHash, seal, unseal } from './sealing'
import { idleEnd, isLive, SESSION } from './session-policy'
import { NEVER_VERIFIED, requireRecentVerification } from './verification'

const NOW = new Date('2026-03-10T03:00:00Z')
const after = (ms: number) => new Date(NOW.getTime() + ms)

function failures(kind: 'account' | 'address', count: number): Attempts {
  let attempts = afterFailure(kind, null, NOW)
  for (let done = 1; done < count; done++) attempts = afterFailure(kind, attempts, NOW)
  return attempts
}

it.each([
  ['account', 4, 0],
  ['account', 5, 30],
  ['account', 6, 60],
  ['account', 9, 480],
  ['account', 40, 900],
  ['address', 29, 0],
  ['address', 30, 30],
] as const)('%s: after %i failures one waits %i seconds', (kind, count, seconds) => {
  expect(secondsToWait(failures(kind, count), NOW)).toBe(seconds)
})

it('an hour of quiet forgets failures', () => {
  expect(afterFailure('account', failures('account', 8), after(61 * 60_000)).failures).toBe(1)
})

const secret = totpSecret(new Uint8Array(20).fill(9))

it.each([
  [-60_000, false],
  [-30_000, true],
  [0, true],
  [30_000, true],
  [60_000, false],
])('a clock that differs by %i ms: %s', (skew, isTaken) => {
  expect(acceptedStep(secret, codeAt(secret, after(skew)), NOW, 0) !== null).toBe(isTaken)
})

it('a code is good once, and an older one not after a newer', () => {
  const step = acceptedStep(secret, codeAt(secret, NOW), NOW, 0) ?? 0
  expect(acceptedStep(secret, codeAt(secret, NOW), NOW, step)).toBeNull()
  expect(acceptedStep(secret, codeAt(secret, after(-30_000)), NOW, step)).toBeNull()
  expect(acceptedStep(secret, codeAt(secret, after(30_000)), after(30_000), step)).toBe(step + 1)
  expect(acceptedStep(secret, 'không', NOW, 0)).toBeNull()
})

it('agrees with RFC 6238, appendix B (SHA-1)', () => {
  const ascii = totpSecret(new TextEncoder().encode('12345678901234567890'))
  expect(codeAt(ascii, new Date(1_111_111_109_000))).toBe('081804')
  expect(codeAt(ascii, new Date(20_000_000_000_000))).toBe('353130')
})

it('a password matches in either Unicode form, and only itself', async () => {
  const hash = await hashPassword('mật-khẩu'.normalize('NFD'), new Uint8Array(16).fill(3))
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword('mật-khẩu', hash)).toBe(true)
  expect(await verifyPassword('mat-khau', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
  expect(await verifyPassword('', undefined)).toBe(false)
})

const key = new Uint8Array(32).fill(1)

it('opens what it sealed, for the same owner and purpose only', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.nat(),
      (text, iv, at) => {
        const sealed = seal(key, { purpose: 'facts', owner: 'a' }, text, iv)
        expect(unseal(key, { purpose: 'facts', owner: 'a' }, sealed)).toBe(text)
        expect(() => unseal(key, { purpose: 'facts', owner: 'b' }, sealed)).toThrow()
        expect(() => unseal(key, { purpose: 'totp', owner: 'a' }, sealed)).toThrow()
        const broken = Uint8Array.from(sealed)
        broken[at % broken.length] = (broken[at % broken.length] ?? 0) ^ 1
        expect(() => unseal(key, { purpose: 'facts', owner: 'a' }, broken)).toThrow()
      },
    ),
  )
})

it('finds equal values by their hash and tells nothing without the key', () => {
  expect(keyedHash(key, 'identifier', '001090000001')).toBe(keyedHash(key, 'identifier', '001090000001'))
  expect(keyedHash(key, 'attempt', '001090000001')).not.toBe(keyedHash(key, 'identifier', '001090000001'))
  expect(keyedHash(new Uint8Array(32), 'identifier', 'x')).not.toBe(keyedHash(key, 'identifier', 'x'))
})

it('a session ends after idling, at the end of its life, and when revoked', () => {
  const session = { seenAt: NOW, endsAt: after(SESSION.life), revokedAt: null }
  expect(isLive(session, after(SESSION.idle - 1))).toBe(true)
  expect(isLive(session, after(SESSION.idle))).toBe(false)
  expect(idleEnd({ ...session, seenAt: after(SESSION.life - 60_000) })).toEqual(session.endsAt)
  expect(isLive({ ...session, revokedAt: NOW }, NOW)).toBe(false)
})

const person = { kind: 'citizen', userId: 'u', name: 'An', assurance: 2, verifiedAt: NOW } as const
const officer: Actor = { kind: 'officer', userId: 'o', name: 'Hoa', grants: [] }

it.each<[string, Actor, number, string | null]>([
  ['just confirmed', person, 0, null],
  ['confirmed a while ago', person, SESSION.verification, 'step-up-required'],
  ['signed in only', { ...person, verifiedAt: NEVER_VERIFIED }, 0, 'step-up-required'],
  ['level 1', { ...person, assurance: 1 }, 0, 'assurance-too-low'],
  ['nobody', { kind: 'anonymous' }, 0, 'sign-in-required'],
  ['an officer', officer, 0, 'forbidden'],
])('recent verification of %s', (_, actor, ms, code) => {
  const result = requireRecentVerification(actor, after(ms))
  expect(result.ok ? null : result.error.code).toBe(code)
})

const claims = {
  sub: 's',
  LoaiTaiKhoan: '1',
  loAs: 2,
  SoDinhDanh: '001090000001',
  HoVaTen: 'Nguyễn Văn An'.normalize('NFD'),
  NgayThangNamSinh: '19900512',
  GioiTinh: 'Nam',
  ThuongTru: { MaTinh: '01', MaXa: '00004', ChiTiet: 'Số 12' },
}

it('reads the facts of a citizen', () => {
  expect(factsFrom(identityClaims.parse(claims))).toEqual({
    'person.fullName': 'Nguyễn Văn An',
    'person.dob': { y: 1990, m: 5, d: 12 },
    'person.sex': 'male',
    'person.personalId': '001090000001',
    'person.permanentAddress': { provinceCode: '01', wardCode: '00004', detail: 'Số 12' },
  })
  expect(factsFrom(identityClaims.parse({ ...claims, NgayThangNamSinh: '1940' }))['person.dob']).toEqual({ y: 1940 })
})

it('reads an organisation with its representative, and refuses one without a number', () => {
  const company = { ...claims, LoaiTaiKhoan: 2, MaSoDoanhNghiep: '0312687878', TenDoanhNghiep: 'Sao Mai' }
  expect(holderOf(identityClaims.parse(company))).toEqual({
    kind: 'business',
    name: 'Sao Mai',
    identifier: '0312687878',
  })
  expect(factsFrom(identityClaims.parse(company))['organisation.representative']).toBe('Nguyễn Văn An')
  expect(identityClaims.safeParse({ ...claims, LoaiTaiKhoan: 2 }).success).toBe(false)
  expect(identityClaims.safeParse({ ...claims, SoDinhDanh: '123' }).success).toBe(false)
})

const authError = (type: string, cause?: unknown) => Object.assign(new Error(type, { cause }), { type })

it.each([
  [authError('CallbackRouteError', { err: new DOMException('late', 'TimeoutError') }), null, 'provider-down'],
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
    null,
    'provider-down',
  ],
  [authError('OAuthCallbackError'), 'access_denied', 'cancelled'],
  [authError('OAuthCallbackError'), 'server_error', 'provider-down'],
  [authError('InvalidCheck'), 'access_denied', 'not-the-latest'],
  [
    authError('CallbackRouteError', { err: new Error('unexpected "state" response parameter value') }),
    null,
    'not-genuine',
  ],
])('reads fault %#', (error, providerError, fault) => {
  expect(faultOf(error, providerError)).toBe(fault)
})

it('names the device of a session', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36'
  expect(deviceOf(chrome)).toBe('Chrome, Windows')
  expect(deviceOf(null)).toBe('')
})
