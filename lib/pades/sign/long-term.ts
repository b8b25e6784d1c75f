import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { appendRevision, array, dictOf, joinedSource, bytesSource, newDraft, openPdf } from '@/lib/pdf'
import type { ByteSource, Draft, PdfObject, PdfRef } from '@/lib/pdf'
import type { Certificate } from '@/lib/trust'
import { readSecurityStore } from '../dss'
import type { SecurityStore } from '../dss'
import type { SignatureReport, ValidationReport } from '../report'
import { validatePdf } from '../validate'
import type { ValidationInput } from '../validate'
import { fromPdf, signingFault } from './fault'
import type { SigningFault } from './fault'
import { setInCatalog } from './form-draft'
import { timestampPdf } from './sign'
import type { Machinery } from './sign'
import type { TimestampAuthority } from './signer'

/** Bytes to append to a file of this size. */
export type Extension = { readonly appendix: Uint8Array; readonly baseSize: number }

/** The certificates whose revocation must be known: every path of signers and timestamp authorities, anchors left out. */
export function certificatesToCover(report: ValidationReport): Certificate[] {
  const certificates = new Map<string, Certificate>()
  for (const signature of report.signatures) {
    const paths = [signature.path, ...signature.timestamps.map((stamp) => stamp.path)]
    for (const certificate of paths.flat())
      certificates.set(`${certificate.issuer.text} ${certificate.serial}`, certificate)
  }
  return [...certificates.values()]
}

/**
 * Level LT (EN 319 142-1 section 6.2): appends a security store with the chains and the revocation evidence given, TSA
 * and responder chains included. Refused while any signature or timestamp would not pass with it.
 */
export async function extendToLongTerm(
  input: ValidationInput & { readonly evidence: SecurityStore; readonly unique: Uint8Array },
): Promise<Result<Extension, SigningFault>> {
  const report = await validatePdf(input)
  if (!report.ok) return err(fromPdf(report.error))
  if (report.value.signatures.length === 0) return err(signingFault('nothing-to-extend'))
  const lacking = report.value.signatures.map(lackOf).find((lack) => lack !== undefined)
  if (lacking !== undefined) return err(signingFault('evidence-missing', lacking))
  const paths = certificatesToCover(report.value).map((certificate) => certificate.der)
  return writeStore(
    input.source,
    { ...input.evidence, certificates: [...input.evidence.certificates, ...paths] },
    input.unique,
  )
}

function lackOf(signature: SignatureReport): string | undefined {
  const { verdict } = signature
  if (verdict.indication !== 'TOTAL_PASSED') return `${signature.field}: ${verdict.because} ${verdict.detail ?? ''}`
  const stamp = signature.timestamps.find((timestamp) => !timestamp.trusted)
  return stamp && `${signature.field}: timestamp ${stamp.because}`
}

/** Level LTA: the evidence for what is there, then a document timestamp over all of it; again later, this renews it. */
export async function archivePdf(
  input: ValidationInput & { readonly evidence: SecurityStore; readonly unique: Uint8Array },
  authority: TimestampAuthority,
  machinery: Machinery,
): Promise<Result<Extension, SigningFault>> {
  const stored = await extendToLongTerm(input)
  if (!stored.ok) return stored
  const source = joinedSource(input.source, bytesSource(stored.value.appendix))
  const stamped = await timestampPdf({ source, unique: input.unique, authority }, machinery)
  if (!stamped.ok) return stamped
  const appendix = new Uint8Array([...stored.value.appendix, ...stamped.value.appendix])
  return ok({ appendix, baseSize: input.source.size })
}

async function writeStore(
  source: ByteSource,
  store: SecurityStore,
  unique: Uint8Array,
): Promise<Result<Extension, SigningFault>> {
  const opened = await openPdf(source)
  if (!opened.ok) return err(fromPdf(opened.error))
  if (opened.value.decryptor !== undefined) return err(signingFault('encrypted'))
  const draft = newDraft(opened.value)
  const currentStore = await readSecurityStore(opened.value, opened.value.last)
  const entries: [string, PdfObject][] = [
    ['Certs', array(embed(draft, [...currentStore.certificates, ...store.certificates]))],
    ['OCSPs', array(embed(draft, [...currentStore.ocsps, ...store.ocsps]))],
    ['CRLs', array(embed(draft, [...currentStore.crls, ...store.crls]))],
  ]
  const dss = draft.allocate()
  draft.objects.set(dss.num, dictOf(entries))
  await setInCatalog(draft, 'DSS', dss)
  const { bytes } = await appendRevision(draft, unique)
  return ok({ appendix: bytes, baseSize: source.size })
}

/** Each item once; what an earlier store already holds is written again, so that the newest store is complete. */
function embed(draft: Draft, items: readonly Uint8Array[]): PdfRef[] {
  const distinct = new Map(items.map((item) => [item.join(), item]))
  return [...distinct.values()].map((data) => {
    const stream = draft.allocate()
    draft.objects.set(stream.num, { dict: dictOf([]), data })
    return stream
  })
}
