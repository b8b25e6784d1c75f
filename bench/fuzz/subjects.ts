import { parseSignedData, parseTimestampToken, readPkcs12, verifySignerInfo, verifyTimestampToken } from '@/lib/cms'
import {
  anchorOf,
  berToDer,
  bytesEqual,
  derBytes,
  findEntry,
  parseBasicOcspResponse,
  parseCertificate,
  parseCrl,
  parseOcspResponse,
  validatePath,
  verifySignature,
} from '@/lib/trust'
import type { SignedAttributes } from '@/lib/cms'
import type { Certificate } from '@/lib/trust'
import { BYTE_MUTATIONS } from './mutate-bytes'
import { mutateDer } from './mutate-der'
import { PDF_MUTATIONS } from './mutate-pdf'
import { judgePdf } from './judge-pdf'
import { engine, readSubject, NOW } from './machinery'
import type { Mutation } from './random'

/** What is mutated, how, and who says what is wrong with the outcome: undefined when nothing is. */
export type Subject = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mutations: readonly Mutation[]
  judge(mutated: Uint8Array): Promise<string | undefined>
}

function certificateOf(name: string): Certificate {
  const parsed = parseCertificate(readSubject(name))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

const DER_MUTATIONS = [...BYTE_MUTATIONS, mutateDer, mutateDer, mutateDer, mutateDer, mutateDer, mutateDer]

type Judge = (mutated: Uint8Array, original: Uint8Array) => Promise<string | undefined>

function structure(name: string, judge: Judge, bytes: Uint8Array = readSubject(name)): Subject {
  return { name, bytes, mutations: DER_MUTATIONS, judge: (mutated) => judge(mutated, bytes) }
}

/** The CMS signature inside a signed file. */
function contentsOf(file: Uint8Array): Uint8Array {
  const [, digits = ''] = /<([0-9a-f]{400,})>/.exec(Buffer.from(file).toString('latin1')) ?? []
  const padded = new Uint8Array(Buffer.from(digits, 'hex'))
  return padded.slice(0, 4 + (padded[2] ?? 0) * 256 + (padded[3] ?? 0))
}

/** A changed attribute may never be called intact; what is not signed may change. */
const judgeCms: Judge = async (mutated, original) => {
  const [data, first] = [parseSignedData(mutated), parseSignedData(original)]
  const signedAttributes = first.ok ? first.value.signers[0]?.signed : undefined
  if (!data.ok || signedAttributes === undefined) return undefined
  for (const signer of data.value.signers.slice(0, 8)) {
    const check = { data: data.value, signer, contentDigest: () => signedAttributes.messageDigest }
    const { isIntact } = await verifySignerInfo(check, engine)
    if (isIntact && !sameAttributes(signer.signed, signedAttributes)) return 'other attributes called intact'
  }
  return undefined
}

function sameAttributes(first: SignedAttributes | undefined, other: SignedAttributes): boolean {
  const [a, b] = [first, other].map((attributes) =>
    attributes?.list.all
      .map(({ oid, values }) => `${oid} ${values.map((value) => Buffer.from(derBytes(value)).toString('hex')).join()}`)
      .sort()
      .join(),
  )
  return a === b
}

const judgeToken: Judge = async (mutated, original) => {
  const [token, first] = [parseTimestampToken(mutated), parseTimestampToken(original)]
  if (!token.ok || !first.ok) return undefined
  const verdict = await verifyTimestampToken({ token: token.value, imprint: () => new Uint8Array(32) }, engine)
  const same = bytesEqual(token.value.data.content ?? mutated, first.value.data.content ?? original)
  return verdict.isIntact && !same ? 'another time called intact' : undefined
}

const authority = certificateOf('authority.der')
const root = certificateOf('root.der')

const judgeCertificate: Judge = async (mutated, original) => {
  const [parsed, first] = [parseCertificate(mutated), parseCertificate(original)]
  if (!parsed.ok || !first.ok) return undefined
  const anchors = [anchorOf(root, 'public')]
  const input = { engine, leaf: parsed.value, intermediates: [authority], anchors, at: NOW }
  const { valid } = await validatePath(input)
  return valid && !bytesEqual(parsed.value.tbs, first.value.tbs) ? 'another certificate called valid' : undefined
}

type Vouched = {
  readonly tbs: Uint8Array
  readonly signature: Uint8Array
  readonly signatureAlgorithm: Uint8Array
}

async function vouches(vouched: Vouched, spki: Uint8Array, original: Vouched): Promise<string | undefined> {
  const { tbs, signature, signatureAlgorithm: algorithm } = vouched
  const holds = await verifySignature(engine, { spki, data: tbs, signature, algorithm })
  return holds && !bytesEqual(tbs, original.tbs) ? 'a signature over other bytes holds' : undefined
}

const judgeList: Judge = async (mutated, original) => {
  const [list, first] = [parseCrl(mutated), parseCrl(original)]
  if (!list.ok || !first.ok) return undefined
  findEntry(list.value, { serial: '6a', issuer: first.value.issuer })
  return vouches(list.value, authority.spki, first.value)
}

const judgeResponse: Judge = async (mutated, original) => {
  parseBasicOcspResponse(mutated)
  const [answer, first] = [parseOcspResponse(mutated), parseOcspResponse(original)]
  if (!answer.ok || !first.ok) return undefined
  const [responder] = first.value.certificates
  return vouches(answer.value, responder?.spki ?? new Uint8Array(), first.value)
}

/** In blocks of SHA-1: what takes longer would count as a hang here, and is no finding in a file opened by its owner. */
const LITTLE_WORK = 1_500_000

async function keysIn(bytes: Uint8Array): Promise<string | undefined> {
  const opened = await readPkcs12(bytes, 'mat-khau', { mostWork: LITTLE_WORK })
  if (!opened.ok || !opened.value.macVerified) return undefined
  return opened.value.keys.map((key) => Buffer.from(key.pkcs8).toString('hex')).join()
}

const knownKeys = new Map<Uint8Array, Promise<string | undefined>>()

/** Under the right password a file is what it was, or refused; its own check of integrity guards all of it. */
const judgeKeys: Judge = async (mutated, original) => {
  const originalKeys = knownKeys.get(original) ?? keysIn(original)
  knownKeys.set(original, originalKeys)
  const keys = await keysIn(mutated)
  return keys === undefined || keys === (await originalKeys) ? undefined : 'another key under a check that holds'
}

const judgeBer: Judge = (mutated) => {
  const converted = berToDer(mutated)
  if (!converted.ok) return Promise.resolve(undefined)
  const again = berToDer(converted.value.der)
  const isSettled = again.ok && bytesEqual(again.value.der, converted.value.der)
  return Promise.resolve(isSettled ? undefined : 'what was normalised is not normal')
}

function pdf(name: string): Subject {
  const bytes = readSubject(name)
  return { name, bytes, mutations: [...BYTE_MUTATIONS, ...PDF_MUTATIONS], judge: judgePdf(bytes) }
}

/** All of them, always in this order: a case is its seed and number only while it meets the same subject. */
export function subjects(): Subject[] {
  return [
    pdf('table.pdf'),
    structure('cms', judgeCms, contentsOf(readSubject('table.pdf'))),
    pdf('twice.pdf'),
    structure('cms by RSA', judgeCms, contentsOf(readSubject('twice.pdf'))),
    pdf('compressed.pdf'),
    structure('token.der', judgeToken),
    pdf('filled.pdf'),
    structure('certificate.der', judgeCertificate),
    pdf('long-term.pdf'),
    structure('list.crl', judgeList),
    pdf('locked.pdf'),
    structure('response.ocsp', judgeResponse),
    structure('key.p12', judgeKeys),
    structure('legacy.p12', judgeKeys),
    structure('cms in BER', judgeBer, contentsOf(readSubject('compressed.pdf'))),
  ]
}
