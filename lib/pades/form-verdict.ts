import { hashByOid, keyName } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import type { ContentVerdict, SignatureContent } from './cms-judge'
import type { CoverageVerdict } from './coverage'
import type { TrustSettings } from './evidence'
import type { SignatureDictionary } from './signature-field'
import { verdict } from './verdict'
import type { SubIndication, Verdict } from './verdict'

type Formed = {
  readonly signature: SignatureDictionary
  readonly coverage: CoverageVerdict
  readonly content: SignatureContent
  readonly verdict: ContentVerdict
}

const FAULTS: Record<string, SubIndication> = {
  'cms-unreadable': 'FORMAT_FAILURE',
  'signer-count': 'FORMAT_FAILURE',
  'content-misplaced': 'FORMAT_FAILURE',
  'message-digest-missing': 'FORMAT_FAILURE',
  'content-type-mismatch': 'FORMAT_FAILURE',
  'content-digest-mismatch': 'HASH_FAILURE',
  'imprint-mismatch': 'HASH_FAILURE',
  'signature-invalid': 'SIG_CRYPTO_FAILURE',
  'signer-certificate-missing': 'NO_SIGNING_CERTIFICATE_FOUND',
  'certificate-reference-mismatch': 'NO_SIGNING_CERTIFICATE_FOUND',
  'signature-unsupported': 'GENERIC',
  'content-digest-unknown': 'GENERIC',
  'imprint-unknown': 'GENERIC',
}

/** What is wrong with the signature itself (EN 319 102-1 sections 5.2.2 to 5.2.8), undefined when nothing is. */
export function formVerdict(formed: Formed, at: Date, trust: TrustSettings): Verdict | undefined {
  const [coverage] = formed.coverage.faults
  if (coverage !== undefined) return verdict('FORMAT_FAILURE', coverage)
  const ranked = formed.verdict.faults
    .map((fault) => ({ fault, sub: FAULTS[fault.code] ?? ('SIG_CONSTRAINTS_FAILURE' as const) }))
    .sort((a, b) => rank(a.sub) - rank(b.sub))
  const [first] = ranked
  if (first !== undefined) return verdict(first.sub, first.fault.code, first.fault.message)
  if (!formed.verdict.intact) return verdict('GENERIC', 'not-intact')
  return bindingVerdict(formed) ?? algorithmVerdict(formed, at, trust)
}

const ORDER: readonly SubIndication[] = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'GENERIC',
]

function rank(sub: SubIndication): number {
  const at = ORDER.indexOf(sub)
  return at < 0 ? ORDER.length : at
}

/** EN 319 142-1 section 6.3 demands the signer's certificate among the signed attributes. */
function bindingVerdict({ signature, verdict: contentVerdict }: Formed): Verdict | undefined {
  const unbound =
    contentVerdict.oddities.includes('certificate-reference-absent') ||
    contentVerdict.oddities.includes('signed-attributes-absent')
  if (signature.subFilter !== 'ETSI.CAdES.detached' || !unbound) return undefined
  return verdict('SIG_CONSTRAINTS_FAILURE', 'certificate-reference-absent')
}

/** Digest and key must have been strong enough when the signature is proven to have existed (section 5.2.8). */
function algorithmVerdict(
  { content, verdict: contentVerdict }: Formed,
  at: Date,
  trust: TrustSettings,
): Verdict | undefined {
  const hashes = content.digestOids.map((oid) => hashByOid(oid))
  const broken = trust.algorithms.find((rule) => {
    const isOver = rule.until === 'never' || at > rule.until
    return (
      isOver &&
      ('hash' in rule ? hashes.includes(rule.hash) : isShort(contentVerdict.certificate, rule.key, rule.below))
    )
  })
  if (broken === undefined) return undefined
  const [because, about] =
    'hash' in broken
      ? ['weak-hash', broken.hash]
      : ['weak-key', keyName(broken.key, contentVerdict.certificate?.keyBits ?? 0)]
  return verdict('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', because, undefined, about)
}

function isShort(certificate: Certificate | undefined, key: string, below: number): boolean {
  return certificate !== undefined && certificate.keyAlgorithm === key && certificate.keyBits < below
}
