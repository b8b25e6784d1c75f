import { extensionDer, keyIdOf } from './certificate'
import type { Identity } from './certificate'
import { bits, enumerated, explicit, implicit, int, seq, time } from './der'
import type { Der } from './der'
import { signatureAlgorithm, signWith } from './keys'
import type { Pki } from './make'
import { OID } from './oids'

const HOUR = 3_600_000

/** A complete CRL (RFC 5280 5) of `issuer`; its number is the second it was made in, so it only rises. */
export function crlOf(issuer: Identity, revoked: Pki['revoked'], now: Date): Der {
  const reason = extensionDer({ kind: OID.reasonCode, value: enumerated(1) })
  const entries = revoked.map(({ serial, at }) => seq(int(serial), time(at), seq(reason)))
  const extensions = [
    { kind: OID.authorityKeyId, value: seq(implicit(0, keyIdOf(issuer.key))) },
    { kind: OID.crlNumber, value: int(Math.floor(now.getTime() / 1000)) },
  ]
  const algorithm = signatureAlgorithm(issuer.key)
  const tbs = seq(
    int(1),
    algorithm,
    issuer.name,
    time(now),
    time(new Date(now.getTime() + 24 * HOUR)),
    ...(entries.length === 0 ? [] : [seq(...entries)]),
    explicit(0, seq(...extensions.map(extensionDer))),
  )
  return seq(tbs, algorithm, bits(signWith(issuer.key, tbs)))
}
