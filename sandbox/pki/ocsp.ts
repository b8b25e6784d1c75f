import { OCSPRequest } from 'pkijs'
import { extensionDer, keyIdOf } from './certificate'
import { bits, enumerated, explicit, generalizedTime, implicit, octets, oid, seq } from './der'
import type { Der } from './der'
import { spoil, staleAt } from './faults'
import type { Faults } from './faults'
import { digest, signatureAlgorithm, signWith } from './keys'
import type { Authority, Pki } from './make'
import { OID } from './oids'

const DIGESTS: Record<string, string> = { [OID.sha1]: 'sha1', [OID.sha256]: 'sha256', [OID.sha384]: 'sha384' }
const HOUR = 3_600_000

type Question = { id: Der; serial: Buffer; digestName: string; nameHash: Buffer; keyHash: Buffer }

function questionsIn(request: OCSPRequest): Question[] {
  return request.tbsRequest.requestList.map(({ reqCert }) => ({
    id: Buffer.from(reqCert.toSchema().toBER()),
    serial: Buffer.from(reqCert.serialNumber.valueBlock.valueHexView),
    digestName: DIGESTS[reqCert.hashAlgorithm.algorithmId] ?? 'sha1',
    nameHash: Buffer.from(reqCert.issuerNameHash.valueBlock.valueHexView),
    keyHash: Buffer.from(reqCert.issuerKeyHash.valueBlock.valueHexView),
  }))
}

function authorityOf({ digestName, nameHash, keyHash }: Question, pki: Pki): Authority | undefined {
  return Object.values(pki.authorities).find(
    ({ issuing }) =>
      digest(digestName, issuing.name).equals(nameHash) && keyIdOf(issuing.key, digestName).equals(keyHash),
  )
}

/** What this stand-in has issued, and so can vouch for. */
const isIssued = (serial: Buffer, pki: Pki): boolean =>
  [...pki.former, ...[pki.timestamping, ...Object.values(pki.holders)].map((identity) => identity.serial)].some(
    (issued) => issued.equals(serial),
  )

function statusOf(question: Question, pki: Pki, fault: Faults['ocsp']): Der {
  const revocation = pki.revoked.find(({ serial }) => serial.equals(question.serial))
  if (fault === 'unknown' || !isIssued(question.serial, pki)) return implicit(2, Buffer.alloc(0))
  if (!revocation) return implicit(0, Buffer.alloc(0))
  return explicit(1, generalizedTime(revocation.at), explicit(0, enumerated(1)))
}

function nonceOf(request: OCSPRequest): Buffer | undefined {
  const extension = request.tbsRequest.requestExtensions?.find((candidate) => candidate.extnID === OID.ocspNonce)
  return extension && Buffer.from(extension.extnValue.valueBlock.valueHexView)
}

const failure = (status: number): Der => seq(enumerated(status))
const [MALFORMED, UNAUTHORISED] = [1, 6]

function parseRequest(bytes: Buffer): OCSPRequest | undefined {
  try {
    return OCSPRequest.fromBER(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

function nonceExtensions(request: OCSPRequest, fault: Faults['ocsp']): Der[] {
  const nonce = nonceOf(request)
  if (!nonce) return []
  return [
    explicit(1, seq(extensionDer({ kind: OID.ocspNonce, value: fault === 'wrong-nonce' ? spoil(nonce) : nonce }))),
  ]
}

function single(question: Question, status: Der, now: Date): Der {
  return seq(question.id, status, generalizedTime(now), explicit(0, generalizedTime(new Date(now.getTime() + HOUR))))
}

/** Answers an OCSP request (RFC 6960 4.2.1) through the delegated responder of the issuer asked about. */
export function answerOcsp(bytes: Buffer, pki: Pki, fault: Faults['ocsp'], at: Date): Der {
  const request = parseRequest(bytes)
  if (!request) return failure(MALFORMED)
  const questions = questionsIn(request)
  const [first] = questions
  const authority = first && authorityOf(first, pki)
  if (!authority) return failure(UNAUTHORISED)
  const now = fault === 'stale' ? staleAt(at) : at
  const { responder } = authority
  const data = seq(
    explicit(2, octets(keyIdOf(responder.key))),
    generalizedTime(now),
    seq(...questions.map((question) => single(question, statusOf(question, pki, fault), now))),
    ...nonceExtensions(request, fault),
  )
  const signature = signWith(responder.key, data)
  const value = bits(fault === 'unsigned' ? spoil(signature) : signature)
  const basic = seq(data, signatureAlgorithm(responder.key), value, explicit(0, seq(responder.certificate)))
  return seq(enumerated(0), explicit(0, seq(oid(OID.ocspBasic), octets(basic))))
}
