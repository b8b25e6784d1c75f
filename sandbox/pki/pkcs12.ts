import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Identity } from './certificate'
import { bmp, explicit, implicit, int, nil, octets, oid, seq, setOf } from './der'
import type { Der } from './der'
import { digest, digestAlgorithm } from './keys'
import { OID } from './oids'

const P12 = {
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256: '2.16.840.1.101.3.4.1.42',
} as const
const ROUNDS = 10_000

/** PBES2 (RFC 8018 A.4) with AES-256-CBC and PBKDF2-HMAC-SHA-256. */
function lock(plain: Der, password: string): { algorithm: Der; bytes: Buffer } {
  const [salt, iv] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256'), iv)
  const kdf = seq(oid(P12.pbkdf2), seq(octets(salt), int(ROUNDS), seq(oid(P12.hmacSha256), nil())))
  const algorithm = seq(oid(P12.pbes2), seq(kdf, seq(oid(P12.aes256), octets(iv))))
  return { algorithm, bytes: Buffer.concat([cipher.update(plain), cipher.final()]) }
}

/** The key of the integrity check (RFC 7292 B.2, SHA-256: one block is all it needs). */
function macKey(password: string, salt: Buffer): Buffer {
  const fill = (pattern: Buffer): Buffer => {
    const length = 64 * Math.ceil(pattern.length / 64)
    return Buffer.from(Array.from({ length }, (_, i) => pattern[i % pattern.length] ?? 0))
  }
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16()
  let key: Buffer = createHash('sha256')
    .update(Buffer.concat([Buffer.alloc(64, 3), fill(salt), fill(secret)]))
    .digest()
  for (let i = 1; i < ROUNDS; i += 1) key = digest('sha256', key)
  return key
}

const bag = (kind: string, value: Der, attributes: Der[]): Der =>
  attributes.length === 0
    ? seq(oid(kind), explicit(0, value))
    : seq(oid(kind), explicit(0, value), setOf(...attributes))
const data = (content: Der): Der => seq(oid(OID.data), explicit(0, octets(content)))

/** A PKCS#12 file (RFC 7292) as today's tools write it, with the holder's key, certificate and issuers. */
export function pkcs12Of(identity: Identity, chain: Der[], names: { title: string; password: string }): Buffer {
  const { title, password } = names
  const attributes = [
    seq(oid(P12.localKeyId), setOf(octets(digest('sha1', identity.certificate)))),
    seq(oid(P12.friendlyName), setOf(bmp(title))),
  ]
  const certificateBag = (certificate: Der, own: Der[]): Der =>
    bag(P12.certBag, seq(oid(P12.x509), explicit(0, octets(certificate))), own)
  const certificates = lock(
    seq(
      certificateBag(identity.certificate, attributes),
      ...chain.map((certificate) => certificateBag(certificate, [])),
    ),
    password,
  )
  const key = lock(identity.key.export({ type: 'pkcs8', format: 'der' }), password)
  const content = seq(
    seq(
      oid(OID.encryptedData),
      explicit(0, seq(int(0), seq(oid(OID.data), certificates.algorithm, implicit(0, certificates.bytes)))),
    ),
    data(seq(bag(P12.shroudedKeyBag, seq(key.algorithm, octets(key.bytes)), attributes))),
  )
  const salt = randomBytes(16)
  const mac = createHmac('sha256', macKey(password, salt)).update(content).digest()
  return seq(int(3), data(content), seq(seq(digestAlgorithm(OID.sha256), octets(mac)), octets(salt), int(ROUNDS)))
}
