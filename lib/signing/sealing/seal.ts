import 'server-only'
import { createHash } from 'node:crypto'
import { extendToLongTerm, signPdf } from '@/lib/pades'
import type { Appearance, SigningFault, ValidationReport } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import { bytesSource } from '@/lib/pdf'
import type { Result } from '@/lib/kernel'
import type { Ctx, Signer } from '@/lib/ports'
import { concatBytes, parseCertificate } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import { allAnchors } from '../trust-store/repository'
import { holderOf } from '../requirement/holder'
import { gatherEvidence } from './evidence'
import { sealPicture } from '../appearance/seal-picture'
import { timestampAuthorityForJob } from '../authorities/timestamp-authority'

/** A paper to be sealed, and where the seal goes on it: pages count from 0, points from the lower left corner. */
export type SealRequest = {
  agencyCode: string
  agencyName: string
  bytes: Uint8Array
  place: { page: number; x: number; y: number; width: number; height: number } | undefined
  reason: string
}

/** Which key put a seal or signature on which bytes, and when: what the ledger keeps of it. */
export type Ceremony = {
  certificateSha256: string
  subject: string
  issuer: string
  serial: string
  root: string | null
  provenTime: string | null
  level: 'B-LT' | 'B-LTA'
}

export type Sealed = { bytes: Uint8Array; level: 'B-LT'; ceremony: Ceremony; timestampEndsAt: Date }

const MACHINERY = { engine: nodeEngine, hashes: nodeHashes }

/**
 * Seals a paper as its agency at PAdES-B-LT: signature, timestamp, chains and revocation in the file. Null where the agency has
 * no seal here. Whatever else keeps it from that level throws, so that nothing meant to be sealed goes out with less.
 */
export async function sealPaper(ctx: Ctx, request: SealRequest): Promise<Sealed | null> {
  const signer = await ctx.ports.seals.of(request.agencyCode)
  if (signer === null) return null
  const certificate = organisationCertificate(signer)
  const clock = timestampAuthorityForJob(ctx)
  const appearance = await appearanceOf(ctx, request, signer)
  const plan = {
    unique: ctx.random(16),
    at: ctx.now,
    signerName: request.agencyName,
    reason: request.reason,
    ...(request.place === undefined || appearance === undefined ? {} : { page: request.place.page + 1, appearance }),
  }
  const signed = expectDone(
    await signPdf({ source: bytesSource(request.bytes), plan, signer, authority: clock.authority }, MACHINERY),
  )
  const bytes = concatBytes([request.bytes, signed.appendix])
  const { report, ...judged } = await gatherEvidence(ctx, bytesSource(bytes), clock.latest())
  const unique = ctx.random(16)
  const extended = expectDone(await extendToLongTerm({ source: bytesSource(bytes), ...judged, unique, ...MACHINERY }))
  return {
    bytes: concatBytes([bytes, extended.appendix]),
    level: 'B-LT',
    ceremony: ceremonyOf(report, certificate),
    timestampEndsAt: timestampEnd(report),
  }
}

/** A person's certificate can never fill the organisation's place. */
function organisationCertificate(signer: Signer): Certificate {
  const parsed = parseCertificate(signer.certificate)
  if (!parsed.ok) throw new Error(`the certificate of the seal: ${parsed.error.message}`)
  if (holderOf(parsed.value) !== 'organisation')
    throw new Error(`the certificate of the seal is not an organisation’s: ${parsed.value.subject.text}`)
  return parsed.value
}

async function appearanceOf(
  ctx: Ctx,
  { agencyName, place }: SealRequest,
  signer: Signer,
): Promise<Appearance | undefined> {
  if (place === undefined) return undefined
  const box = { left: place.x, bottom: place.y, width: place.width, height: place.height }
  return { box, picture: await sealPicture(agencyName, await isSampleSigner(ctx, signer)) }
}

/** Whether a chain leads to a root of the trial's own authorities. */
async function isSampleSigner(ctx: Ctx, { certificate, chain }: Signer): Promise<boolean> {
  const samples = (await allAnchors(ctx.db)).filter(({ isSample }) => isSample).map(({ name }) => name)
  return [certificate, ...chain].some((der) => {
    const parsed = parseCertificate(der)
    return parsed.ok && samples.includes(parsed.value.issuer.text)
  })
}

export function expectDone<T>(result: Result<T, SigningFault>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.detail}`)
}

function ceremonyOf({ signatures }: ValidationReport, certificate: Certificate): Ceremony {
  const own = signatures.findLast(({ certificate: candidate }) => candidate?.serial === certificate.serial)
  return {
    certificateSha256: createHash('sha256').update(certificate.der).digest('hex'),
    subject: certificate.subject.text,
    issuer: certificate.issuer.text,
    serial: certificate.serial,
    root: own?.root?.set ?? null,
    provenTime: own?.provenTime?.toISOString() ?? null,
    level: 'B-LT',
  }
}

/** When the newest proof of time can no longer be checked by its own certificate, and must have a newer one. */
export function timestampEnd({ signatures }: ValidationReport): Date {
  const ends = signatures.flatMap((entry) => {
    const leaves = entry.kind === 'timestamp' ? [entry.path[0]] : entry.timestamps.map(({ path }) => path[0])
    return leaves.flatMap((leaf) => (leaf === undefined ? [] : [leaf.notAfter.getTime()]))
  })
  if (ends.length === 0) throw new Error('a sealed paper without a timestamp')
  return new Date(Math.max(...ends))
}
