import { addressesIn, plainName } from '@/lib/trust'
import type { Certificate, PathVerdict, RevocationStatus } from '@/lib/trust'
import type { CertificateReason } from './certificate-words'
import type { TrustSettings } from './evidence'
import { verdict } from './verdict'
import type { SubIndication, Verdict } from './verdict'

type Used = { readonly leaf: Certificate; readonly provenBy: Date; readonly claimed: Date | undefined }
type Row = readonly [SubIndication, CertificateReason]

/** What the codes of `validatePath` come to; any other breaks a rule of the chain. */
const REFUSALS: Readonly<Record<string, Row>> = {
  'issuer-missing': ['NO_CERTIFICATE_CHAIN_FOUND', 'issuer-missing'],
  'unknown-root': ['NO_CERTIFICATE_CHAIN_FOUND', 'unknown-root'],
  'no-path': ['NO_CERTIFICATE_CHAIN_FOUND', 'no-path'],
  'bad-signature': ['CERTIFICATE_CHAIN_GENERAL_FAILURE', 'issuer-not-genuine'],
  'too-much-work': ['CERTIFICATE_CHAIN_GENERAL_FAILURE', 'chain-too-complex'],
  'path-too-long': ['CHAIN_CONSTRAINTS_FAILURE', 'chain-too-complex'],
  'wrong-purpose': ['CHAIN_CONSTRAINTS_FAILURE', 'wrong-purpose'],
  'wrong-key-usage': ['CHAIN_CONSTRAINTS_FAILURE', 'wrong-purpose'],
  'malformed-extension': ['CHAIN_CONSTRAINTS_FAILURE', 'certificate-unreadable'],
  'unknown-critical-extension': ['CHAIN_CONSTRAINTS_FAILURE', 'certificate-unreadable'],
  'weak-hash': ['CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'certificate-weak-hash'],
  'weak-key': ['CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'certificate-weak-key'],
}
const RULE_BROKEN: Row = ['CHAIN_CONSTRAINTS_FAILURE', 'chain-refused']

/** Why no path holds, as far as it is known; without anchors only what needs none is. */
export function chainRefusal(used: Used, path: PathVerdict, trust: TrustSettings): Verdict {
  const { code, reason, about } = path
  if (code === 'issuer-missing') return issuerMissing(path)
  if (trust.anchors.length === 0) return verdict('NO_CERTIFICATE_CHAIN_FOUND', 'no-anchors')
  if (code === 'expired') return expiredVerdict(used, path)
  if (code === 'not-yet-valid') return verdict(earlySub(used, trust), 'not-yet-valid', reason, about)
  const [sub, because] = REFUSALS[code] ?? RULE_BROKEN
  return verdict(sub, because, reason, about)
}

function issuerMissing({ reason, about, missing }: PathVerdict): Verdict {
  const isNamed = missing.some((certificate) => addressesIn(certificate).issuer.length > 0)
  const because: CertificateReason = isNamed ? 'issuer-missing' : 'issuer-missing-nowhere'
  return verdict('NO_CERTIFICATE_CHAIN_FOUND', because, reason, about)
}

function expiredVerdict({ leaf, provenBy }: Used, { reason, about }: PathVerdict): Verdict {
  if (provenBy <= leaf.notAfter) return verdict('OUT_OF_BOUNDS_NO_POE', 'issuer-expired', reason, about)
  return verdict('OUT_OF_BOUNDS_NO_POE', 'certificate-expired', reason, dayOf(leaf.notAfter))
}

/** Failed only when the signature is proven, or claims, to be older than its certificate. */
function earlySub({ leaf, provenBy, claimed }: Used, { at }: TrustSettings): SubIndication {
  const older = provenBy < at || (claimed !== undefined && claimed < leaf.notBefore)
  return older ? 'NOT_YET_VALID' : 'OUT_OF_BOUNDS_NO_POE'
}

const FORGOTTEN: ReadonlySet<string> = new Set(['crl-after-expiry', 'ocsp-after-expiry'])

/** Whose answer is wanting, and what is known of why. */
export function unknownRevocation(
  { certificate, why }: RevocationStatus,
  { hasAskedAuthorities = false }: TrustSettings,
): Verdict {
  const detail = `${certificate.subject.text}: ${why?.message ?? 'no evidence'}`
  const because = unknownBecause(certificate, why?.code ?? 'no-revocation-information', hasAskedAuthorities)
  return verdict('TRY_LATER', because, detail, plainName(certificate.issuer))
}

function unknownBecause(certificate: Certificate, why: string, hasAskedAuthorities: boolean): CertificateReason {
  const { ocsp, crl } = addressesIn(certificate)
  if (FORGOTTEN.has(why)) return 'revocation-forgotten'
  if (ocsp.length === 0 && crl.length === 0) return 'revocation-no-source'
  if (!hasAskedAuthorities) return 'revocation-unknown'
  if (why === 'no-revocation-information') return 'revocation-unanswered'
  return why === 'ocsp-unknown' ? 'revocation-stranger' : 'revocation-unusable'
}

const OFFSET_MS = 7 * 3_600_000

/** "28/11/2028", by the clock of Viet Nam. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10).split('-').reverse().join('/')
}
