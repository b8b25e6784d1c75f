import { randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { accessAt, authorityConstraints, crlAt, demoPolicy, issue, keyUsage, noCheck, purposes } from './certificate'
import type { Extension, Identity, Order } from './certificate'
import { newKey } from './keys'
import { nameOf, WARNING } from './names'
import { OID } from './oids'
import { HOLDERS } from './people'
import type { AuthorityId, Holder, HolderState } from './people'

const DAY = 86_400_000
const YEAR = 365 * DAY

export type Authority = { root: Identity; issuing: Identity; responder: Identity }
export type Pki = {
  authorities: Record<AuthorityId, Authority>
  /** Timestamping authority, certified by the public issuing authority. */
  timestamping: Identity
  holders: Record<string, Identity>
  revoked: { serial: Buffer; at: Date }[]
  /** Serial numbers of certificates issued under an earlier address: still vouched for, no longer handed out. */
  former: Buffer[]
}

/** Addresses written into certificates. */
type Addresses = { crl: (of: string) => string; issuer: (of: string) => string; ocsp: string }

type Occasion = { at: Addresses; now: Date }

function addressesAt(origin: string): Addresses {
  return {
    crl: (of) => `${origin}/crl/${of}.crl`,
    issuer: (of) => `${origin}/ca/${of}.cer`,
    ocsp: `${origin}/ocsp`,
  }
}

type RootWords = { root: string; owner: string; issuing: string; issuingOwner: string }
const ROOTS: Record<AuthorityId, RootWords> = {
  'cong-cong': {
    root: `Vietnam National Root CA – ${WARNING}`,
    owner: 'Trung tâm Chứng thực điện tử quốc gia (mô phỏng)',
    issuing: `CA Sao Khuê – ${WARNING}`,
    issuingOwner: 'Sao Khuê – tổ chức chứng thực chữ ký số công cộng (mô phỏng)',
  },
  'chinh-phu': {
    root: `RootCA chuyên dùng – ${WARNING}`,
    owner: 'Ban Cơ yếu Chính phủ (mô phỏng)',
    issuing: `CA cơ quan Nhà nước – ${WARNING}`,
    issuingOwner: 'Ban Cơ yếu Chính phủ (mô phỏng)',
  },
}

/** 16 octets with the top bit clear and the next set: positive, and of one length. */
function newSerial(): Buffer {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  return serial
}

type Validity = Pick<Order, 'notBefore' | 'notAfter'>
const span = (now: Date, from: number, to: number): Validity => ({
  notBefore: new Date(now.getTime() + from),
  notAfter: new Date(now.getTime() + to),
})

/** A delegated responder (RFC 6960 4.2.2.2), itself beyond question (4.2.2.2.1). */
function responderOrder({ issuing, issuingOwner }: RootWords, key: KeyObject, now: Date): Order {
  return {
    serial: newSerial(),
    subject: nameOf({ commonName: `OCSP ${issuing}`, organisation: issuingOwner }),
    key,
    ...span(now, -DAY, 2 * YEAR),
    extensions: [keyUsage('digitalSignature'), purposes(false, OID.ocspSigning), noCheck()],
  }
}

function authorityKeys(
  previous: Authority | undefined,
): Promise<[root: KeyObject, issuing: KeyObject, responder: KeyObject]> {
  if (previous) return Promise.resolve([previous.root.key, previous.issuing.key, previous.responder.key])
  return Promise.all([newKey('rsa-3072'), newKey('rsa-2048'), newKey('p-256')])
}

async function makeAuthority(id: AuthorityId, { at, now }: Occasion, previous?: Authority): Promise<Authority> {
  const { root: rootName, owner, issuing: issuingName, issuingOwner } = ROOTS[id]
  const [rootKey, issuingKey, responderKey] = await authorityKeys(previous)
  const rootOrder = {
    serial: newSerial(),
    subject: nameOf({ commonName: rootName, organisation: owner }),
    key: rootKey,
    ...span(now, -5 * YEAR, 20 * YEAR),
    extensions: [authorityConstraints(), keyUsage('keyCertSign', 'cRLSign')],
  }
  const root = previous?.root ?? issue(rootOrder)
  const issuing = issue(
    {
      serial: newSerial(),
      subject: nameOf({ commonName: issuingName, organisation: issuingOwner }),
      key: issuingKey,
      ...span(now, -4 * YEAR, 10 * YEAR),
      extensions: [
        authorityConstraints(0),
        keyUsage('keyCertSign', 'cRLSign'),
        demoPolicy(),
        crlAt(at.crl(`goc-${id}`)),
        accessAt(at.issuer(`goc-${id}`)),
      ],
    },
    root,
  )
  const responder = issue(responderOrder(ROOTS[id], responderKey, now), issuing)
  return { root, issuing, responder }
}

const PERIODS: Record<HolderState, [from: number, to: number]> = {
  good: [-DAY, 2 * YEAR],
  revoked: [-30 * DAY, 2 * YEAR],
  expired: [-2 * YEAR, -DAY],
  'not-yet-valid': [YEAR, 3 * YEAR],
  'wrong-purpose': [-DAY, 2 * YEAR],
  'unknown-root': [-DAY, 2 * YEAR],
}

function usageOf(state: HolderState): Extension[] {
  if (state === 'wrong-purpose') return [keyUsage('keyEncipherment'), purposes(true, OID.serverAuth)]
  const signing = purposes(false, OID.documentSigning, OID.emailProtection, OID.clientAuth)
  return [keyUsage('digitalSignature', 'nonRepudiation'), signing]
}

type Issuing = Occasion & { authorities: Pki['authorities']; previous: Pki | undefined }

async function makeHolder(holder: Holder, { authorities, at, now, previous }: Issuing): Promise<Identity> {
  const isSelfSigned = holder.state === 'unknown-root'
  const links = [crlAt(at.crl(holder.authority)), accessAt(at.issuer(holder.authority), at.ocsp)]
  const order = {
    serial: newSerial(),
    subject: nameOf(holder.subject),
    key: previous?.holders[holder.id]?.key ?? (await newKey(holder.key)),
    ...span(now, ...PERIODS[holder.state]),
    extensions: [...usageOf(holder.state), demoPolicy(), ...(isSelfSigned ? [] : links)],
  }
  return isSelfSigned ? issue(order) : issue(order, authorities[holder.authority].issuing)
}

async function makeTimestamping({ authorities, at, now, previous }: Issuing): Promise<Identity> {
  return issue(
    {
      serial: newSerial(),
      subject: nameOf({ commonName: `TSA – ${WARNING}`, organisation: ROOTS['cong-cong'].issuingOwner }),
      key: previous?.timestamping.key ?? (await newKey('rsa-2048')),
      ...span(now, -DAY, 5 * YEAR),
      extensions: [
        keyUsage('digitalSignature', 'nonRepudiation'),
        purposes(true, OID.timeStamping),
        demoPolicy(),
        crlAt(at.crl('cong-cong')),
        accessAt(at.issuer('cong-cong'), at.ocsp),
      ],
    },
    authorities['cong-cong'].issuing,
  )
}

const serialsOf = (pki: Pki): Buffer[] => [
  ...pki.former,
  ...[pki.timestamping, ...Object.values(pki.holders)].map((identity) => identity.serial),
]

/**
 * Makes everything afresh: keys, roots, issuing authorities, services, holders, and the one revocation. With `kept`, made
 * under another address, keys and roots stay and only what carries addresses is issued again.
 */
export async function makePki(origin: string, now: Date, previous?: Pki): Promise<Pki> {
  const occasion = { at: addressesAt(origin), now }
  const [publicAuthority, government] = await Promise.all([
    makeAuthority('cong-cong', occasion, previous?.authorities['cong-cong']),
    makeAuthority('chinh-phu', occasion, previous?.authorities['chinh-phu']),
  ])
  const authorities = { 'cong-cong': publicAuthority, 'chinh-phu': government }
  const issuing = { ...occasion, authorities, previous }
  const [timestamping, ...issuedHolders] = await Promise.all([
    makeTimestamping(issuing),
    ...HOLDERS.map(async (holder) => ({ holder, identity: await makeHolder(holder, issuing) })),
  ])
  const revoked = issuedHolders
    .filter(({ holder }) => holder.state === 'revoked')
    .map(({ identity }) => ({ serial: identity.serial, at: new Date(now.getTime() - DAY) }))
  const holders = Object.fromEntries(issuedHolders.map(({ holder, identity }) => [holder.id, identity]))
  const earlier = previous ? { revoked: previous.revoked, former: serialsOf(previous) } : { revoked: [], former: [] }
  return { authorities, timestamping, holders, revoked: [...earlier.revoked, ...revoked], former: earlier.former }
}
