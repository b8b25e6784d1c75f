import { fromHex } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import { isSelfIssued } from '../certificate/certificate'
import { isCritical } from '../certificate/certificate-extensions'
import { hasOnlyAddresses } from '../certificate/distribution-point'
import type { GeneralName } from '../certificate/general-name'
import { isMisspeltHost, isPresentedDnsName, mailParts } from '../certificate/host-name'
import { attributeValues, isEmptyName } from '../certificate/name'
import { OID } from '../certificate/oids'
import { plainName } from '../certificate/name'
import type { Refusal } from '../der/refusal'
import { refuse } from '../der/refusal'

/**
 * What RFC 5280 section 4 demands of conforming CAs beyond path validation. TLS servers are held to it, as hosts are
 * issued by machines today; personal certificates are not, since older ones err in these points without harm.
 */
type Rule = { readonly code: string; readonly says: string; readonly broken: (certificate: Certificate) => boolean }

const NEVER_CRITICAL = [
  OID.authorityKeyId,
  OID.subjectKeyId,
  OID.freshestCrl,
  OID.authorityInfoAccess,
  OID.subjectInfoAccess,
]
const ALWAYS_CRITICAL = [OID.nameConstraints, OID.policyConstraints, OID.inhibitAnyPolicy]

function isCa(certificate: Certificate): boolean {
  return certificate.extensions.basicConstraints?.ca === true
}

function has(certificate: Certificate, oid: string): boolean {
  return certificate.extensions.list.some((extension) => extension.oid === oid)
}

function hasBadSerial({ serial }: Certificate): boolean {
  const octets = fromHex(serial) ?? new Uint8Array(0)
  const [first = 0] = octets
  return octets.length > 20 || first >= 0x80 || octets.every((octet) => octet === 0)
}

/** RFC 5280 4.2.1.6. */
function isBadAlternative(name: GeneralName): boolean {
  if (name.kind === 'dns') return !isPresentedDnsName(name.value)
  if (name.kind === 'uri') return !/^[a-z][a-z0-9+.-]*:./i.test(name.value)
  if (name.kind === 'email') return mailParts(name.value) === undefined
  return name.kind === 'ip' && name.bytes.length !== 4 && name.bytes.length !== 16
}

function hasBadAlternatives({ subject, extensions }: Certificate): boolean {
  const critical = isCritical(extensions, OID.subjectAltName)
  if (isEmptyName(subject) !== critical && (extensions.subjectAltName || isEmptyName(subject))) return true
  return extensions.subjectAltName?.some(isBadAlternative) ?? false
}

function lacksAuthorityKey(certificate: Certificate): boolean {
  return !isSelfIssued(certificate) && certificate.extensions.authorityKeyId?.keyId === undefined
}

/** RFC 5280 4.2.1.1: issuer and serial number come together or not at all. */
function hasHalfAuthority({ extensions: { authorityKeyId: aki } }: Certificate): boolean {
  return (aki?.issuer === undefined) !== (aki?.serial === undefined)
}

/** A self-signed root may leave the identifier out; if it is there it must be its own key and nothing more. */
function hasForeignAuthorityKey(root: Certificate): boolean {
  const { authorityKeyId: aki, subjectKeyId } = root.extensions
  if (!aki || !isSelfIssued(root)) return false
  return aki.issuer !== undefined || aki.serial !== undefined || aki.keyId === undefined || aki.keyId !== subjectKeyId
}

function hasBadPoint({ extensions }: Certificate): boolean {
  const points = extensions.crlDistributionPoints ?? []
  return points.some(({ name }) => name !== undefined && !hasOnlyAddresses(name))
}

/** CA/B BR 6.1.5: whole octets. */
function hasOddKeySize({ publicKey: { algorithm, bits } }: Certificate): boolean {
  return (algorithm === 'rsa' || algorithm === 'rsa-pss') && bits % 8 !== 0
}

/** Software that still reads common names would see another host in it. */
function hasMisspeltCommonName({ subject, extensions }: Certificate): boolean {
  const names = extensions.subjectAltName ?? []
  return attributeValues(subject, OID.commonName).some((value) => isMisspeltHost(value, names))
}

/** CA/B BR 7.1.2.1.2; an intermediate in the place of a root is judged as an issuer. */
function hasOwnPurposes(root: Certificate): boolean {
  return isSelfIssued(root) && has(root, OID.extendedKeyUsage)
}

function hasInconsistentUsage({ extensions }: Certificate): boolean {
  const { keyUsage, basicConstraints } = extensions
  if (!keyUsage) return false
  if (keyUsage.size === 0) return true
  return keyUsage.has('keyCertSign') !== (basicConstraints?.ca === true)
}

const RULES: readonly Rule[] = [
  { code: 'version', says: 'not a version 3 certificate', broken: ({ version }) => version !== 3 },
  { code: 'bad-serial', says: 'serial number is not positive or longer than 20 octets', broken: hasBadSerial },
  { code: 'odd-encoding', says: 'not encoded as the standard demands', broken: ({ oddities }) => oddities.length > 0 },
  { code: 'empty-issuer', says: 'issuer name is empty', broken: ({ issuer }) => isEmptyName(issuer) },
  { code: 'empty-subject', says: 'a CA without a name', broken: (it) => isCa(it) && isEmptyName(it.subject) },
  { code: 'bad-alternative-name', says: 'subject alternative name is malformed', broken: hasBadAlternatives },
  { code: 'no-authority-key', says: 'authority key identifier is missing', broken: lacksAuthorityKey },
  { code: 'half-authority-key', says: 'authority is named by half', broken: hasHalfAuthority },
  {
    code: 'no-subject-key',
    says: 'a CA without subject key identifier',
    broken: (it) => isCa(it) && it.extensions.subjectKeyId === undefined,
  },
  {
    code: 'must-be-critical',
    says: 'an extension that must be critical is not',
    broken: (it) => ALWAYS_CRITICAL.some((oid) => has(it, oid) && !isCritical(it.extensions, oid)),
  },
  {
    code: 'basic-constraints-not-critical',
    says: 'basic constraints of a CA are not critical',
    broken: (it) => isCa(it) && !isCritical(it.extensions, OID.basicConstraints),
  },
  {
    code: 'must-not-be-critical',
    says: 'an extension that must not be critical is',
    broken: (it) => NEVER_CRITICAL.some((oid) => isCritical(it.extensions, oid)),
  },
  {
    code: 'path-length',
    says: 'a path length outside a CA certificate',
    broken: (it) => it.extensions.basicConstraints?.pathLength !== undefined && !isCa(it),
  },
  { code: 'bad-distribution-point', says: 'a CRL distribution point that is no address', broken: hasBadPoint },
  { code: 'odd-key-size', says: 'an RSA key whose size is no whole number of octets', broken: hasOddKeySize },
  { code: 'misspelt-common-name', says: 'common name spells a host differently', broken: hasMisspeltCommonName },
  { code: 'key-usage', says: 'key usage contradicts basic constraints', broken: hasInconsistentUsage },
  {
    code: 'ca-only-extension',
    says: 'name constraints outside a CA certificate',
    broken: (it) => has(it, OID.nameConstraints) && !isCa(it),
  },
]

function checkRules(certificate: Certificate, rules: readonly Rule[]): void {
  const rule = rules.find(({ broken }) => broken(certificate))
  if (rule) refuse(rule.code, `${certificate.subject.text}: ${rule.says}`)
}

/** Refuses a certificate that a conforming CA could not have issued. */
export function checkProfile(certificate: Certificate): void {
  checkRules(certificate, RULES)
}

/** Roots in use have serial number 0 or times of the other kind; they are trusted for their key, so that may pass. */
const FORGIVEN_ROOTS: ReadonlySet<string> = new Set(['bad-serial', 'odd-encoding'])

const ROOT_RULES: readonly Rule[] = [
  ...RULES.filter(({ code }) => !FORGIVEN_ROOTS.has(code)),
  { code: 'root-purpose', says: 'a root narrowed to purposes', broken: hasOwnPurposes },
  { code: 'foreign-authority-key', says: 'a root that points elsewhere', broken: hasForeignAuthorityKey },
]

/** A root is held to much the same, and must still be valid itself. */
export function checkRootProfile(root: Certificate, at: Date): void {
  checkRules(root, ROOT_RULES)
  const refusal = validityRefusal(root, at)
  if (refusal) refuse(refusal.code, refusal.message)
  if (!isCa(root)) refuse('not-a-ca', 'the root is not a CA certificate')
}

/** RFC 5280 4.1.2.5: both ends included, at the granularity of whole seconds. */
export function validityRefusal(certificate: Certificate, at: Date): Refusal | undefined {
  const second = Math.floor(at.getTime() / 1000) * 1000
  const { subject, notBefore, notAfter } = certificate
  const about = plainName(subject)
  if (second < notBefore.getTime()) {
    return { code: 'not-yet-valid', message: `${subject.text} is not valid before ${notBefore.toISOString()}`, about }
  }
  if (second <= notAfter.getTime()) return undefined
  return { code: 'expired', message: `${subject.text} has expired on ${notAfter.toISOString()}`, about }
}
