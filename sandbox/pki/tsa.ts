import { randomBytes } from 'node:crypto'
import { TimeStampReq } from 'pkijs'
import { bits, explicit, generalizedTime, int, octets, oid, seq, setOf, utf8 } from './der'
import type { Der } from './der'
import { spoil, staleAt } from './faults'
import type { Faults } from './faults'
import { digest, digestAlgorithm, signWith } from './keys'
import type { Pki } from './make'
import { OID } from './oids'

const IMPRINT_OCTETS: Record<string, number> = { [OID.sha256]: 32, [OID.sha384]: 48, [OID.sha512]: 64 }
/** PKIFailureInfo (RFC 3161 2.4.2). */
const FAILURE = { badAlg: 0, badRequest: 2, badDataFormat: 5, timeNotAvailable: 14, unacceptedPolicy: 15 } as const

function rejection(failure: keyof typeof FAILURE, words: string): Der {
  const bit = FAILURE[failure]
  const set = Buffer.alloc((bit >> 3) + 1)
  set[bit >> 3] = 0x80 >> (bit & 7)
  return seq(seq(int(2), seq(utf8(words)), bits(set, 7 - (bit & 7))))
}

type TimeRequest = {
  algorithm: string
  imprint: Buffer
  policy: string | undefined
  nonce: Buffer | undefined
  wantsCertificates: boolean
}

function parseRequest(bytes: Buffer): TimeRequest | undefined {
  try {
    const request = TimeStampReq.fromBER(Uint8Array.from(bytes))
    const { hashAlgorithm, hashedMessage } = request.messageImprint
    return {
      algorithm: hashAlgorithm.algorithmId,
      imprint: Buffer.from(hashedMessage.valueBlock.valueHexView),
      policy: request.reqPolicy,
      nonce: request.nonce && Buffer.from(request.nonce.valueBlock.valueHexView),
      wantsCertificates: request.certReq ?? false,
    }
  } catch {
    return undefined
  }
}

function info({ algorithm, imprint, nonce }: TimeRequest, fault: Faults['tsa'], at: Date): Der {
  return seq(
    int(1),
    oid(OID.timestampPolicy),
    seq(digestAlgorithm(algorithm), octets(fault === 'wrong-imprint' ? spoil(imprint) : imprint)),
    int(randomBytes(12)),
    generalizedTime(fault === 'stale' ? staleAt(at) : at),
    seq(int(1)),
    ...(nonce ? [int(fault === 'wrong-nonce' ? spoil(nonce) : nonce)] : []),
  )
}

const attribute = (kind: string, value: Der): Der => seq(oid(kind), setOf(value))

/** TimeStampToken (RFC 3161 2.4.2): SignedData over the TSTInfo, bound to the certificate by RFC 5816. */
function token(content: Der, pki: Pki, { wantsCertificates }: TimeRequest, fault: Faults['tsa']): Der {
  const { timestamping: authority } = pki
  const signed = [
    attribute(OID.contentType, oid(OID.tstInfo)),
    attribute(OID.messageDigest, octets(digest('sha256', content))),
    attribute(OID.signingCertificateV2, seq(seq(seq(octets(digest('sha256', authority.certificate)))))),
  ]
  const attributes = setOf(...signed)
  const signature = signWith(authority.key, attributes)
  const { issuing } = pki.authorities['cong-cong']
  const retagged = Buffer.from(attributes)
  retagged[0] = 0xa0
  const signer = seq(
    int(1),
    seq(issuing.name, int(authority.serial)),
    digestAlgorithm(OID.sha256),
    retagged,
    digestAlgorithm(OID.rsaSha256),
    octets(fault === 'unsigned' ? spoil(signature) : signature),
  )
  const certificates = [authority.certificate, issuing.certificate].sort((a, b) => Buffer.compare(a, b))
  const signedData = seq(
    int(3),
    setOf(digestAlgorithm(OID.sha256)),
    seq(oid(OID.tstInfo), explicit(0, octets(content))),
    ...(wantsCertificates ? [explicit(0, ...certificates)] : []),
    setOf(signer),
  )
  return seq(oid(OID.signedData), explicit(0, signedData))
}

/** Answers a timestamp request (RFC 3161 2.4); what is wrong with it is said in the answer. */
export function answerTimestamp(bytes: Buffer, pki: Pki, fault: Faults['tsa'], at: Date): Der {
  const request = parseRequest(bytes)
  if (!request) return rejection('badDataFormat', 'The request cannot be read.')
  if (fault === 'rejected') return rejection('timeNotAvailable', 'The clock is not available.')
  const octetsWanted = IMPRINT_OCTETS[request.algorithm]
  if (octetsWanted === undefined) return rejection('badAlg', 'SHA-256, SHA-384 or SHA-512, please.')
  if (request.imprint.length !== octetsWanted) return rejection('badRequest', 'The imprint has another length.')
  if (request.policy !== undefined && request.policy !== OID.timestampPolicy) {
    return rejection('unacceptedPolicy', `Only policy ${OID.timestampPolicy}.`)
  }
  return seq(seq(int(0)), token(info(request, fault, at), pki, request, fault))
}
