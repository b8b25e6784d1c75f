import type { Certificate } from '../certificate/certificate'
import type { NameConstraints } from '../certificate/extensions'
import type { GeneralName } from '../certificate/general-name'
import { ipOctets, isDnsName, isPresentedDnsName, mailParts } from '../certificate/host-name'
import { attributeValues, isEmptyName, isNameWithin } from '../certificate/name'
import { OID } from '../certificate/oids'
import { refuse } from '../der/refusal'

/** RFC 5280 4.2.1.10 and 6.1.3 (b), (c): every name of a certificate against the constraints gathered above it. */

type Kind = GeneralName['kind']
type Of<K extends Kind> = Extract<GeneralName, { readonly kind: K }>

/** Name constraints of the path so far: each permitted list must be met, each excluded list missed. */
export type ConstraintState = { readonly sets: readonly NameConstraints[]; readonly budget: { comparisons: number } }

function lower(text: string): string {
  return text.toLowerCase()
}

function dnsBase(base: string): string {
  const lowered = lower(base)
  if (lowered !== '' && !isDnsName(lowered)) refuse('name-constraints', `"${base}" is no DNS name constraint`)
  return lowered
}

function isUnder(host: string, base: string): boolean {
  return base === '' || host === base || host.endsWith(`.${base}`)
}

function dnsWithin(name: string, base: string): boolean {
  if (!isPresentedDnsName(name)) refuse('malformed-name', `"${name}" is no DNS name`)
  return isUnder(lower(name), dnsBase(base))
}

/** A wildcard also meets an excluded subtree when one of the hosts it stands for does. */
function dnsTouches(name: string, base: string): boolean {
  if (dnsWithin(name, base)) return true
  if (!name.startsWith('*.')) return false
  const parent = dnsBase(base).replace(/^[^.]+\./, '')
  return lower(name.slice(2)) === parent
}

/** A host constraint of email and URI names: exactly one host, or with a leading dot any host below. */
function hostWithin(host: string, base: string): boolean {
  const lowered = lower(base)
  if (lowered.startsWith('.')) return isDnsName(lowered.slice(1)) ? lower(host).endsWith(lowered) : badHost(base)
  return isDnsName(lowered) ? lower(host) === lowered : badHost(base)
}

function badHost(base: string): never {
  return refuse('name-constraints', `"${base}" is no host constraint`)
}

function mailbox(address: string, code: string): readonly [string, string] {
  return mailParts(address) ?? refuse(code, `"${address}" is no mail address`)
}

function emailWithin(address: string, base: string): boolean {
  const [local, host] = mailbox(address, 'malformed-name')
  if (!base.includes('@')) return hostWithin(host, base)
  const [baseLocal, baseHost] = mailbox(base, 'name-constraints')
  return local === baseLocal && lower(host) === lower(baseHost)
}

function uriWithin(uri: string, base: string): boolean {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1] ?? ''
  const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '')
  if (!isDnsName(host) || ipOctets(host)) refuse('malformed-name', `"${uri}" has no host name to be constrained`)
  return hostWithin(host, base)
}

/** A mask must be ones, then zeros (RFC 4632). */
function isPrefixMask(mask: Uint8Array): boolean {
  return /^1*0*$/.test(Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join(''))
}

function ipWithin(address: Uint8Array, base: Uint8Array): boolean {
  if (address.length !== 4 && address.length !== 16) refuse('malformed-name', 'IP address of wrong length')
  const half = base.length / 2
  const mask = base.subarray(half)
  if ((half !== 4 && half !== 16) || !isPrefixMask(mask))
    refuse('name-constraints', 'IP constraint is no address range')
  if (half !== address.length) return false
  return address.every((octet, index) => (octet & (mask[index] ?? 0)) === ((base[index] ?? 0) & (mask[index] ?? 0)))
}

type Matcher = (name: GeneralName, base: GeneralName, excluding: boolean) => boolean

const MATCHERS: readonly Matcher[] = [
  only('dns', (name, base, excluding) => (excluding ? dnsTouches : dnsWithin)(name.value, base.value)),
  only('email', (name, base) => emailWithin(name.value, base.value)),
  only('uri', (name, base) => uriWithin(name.value, base.value)),
  only('ip', (name, base) => ipWithin(name.bytes, base.bytes)),
  only('directory', (name, base) => isNameWithin(name.name, base.name)),
]
const SUPPORTED: ReadonlySet<Kind> = new Set<Kind>(['dns', 'email', 'uri', 'ip', 'directory'])

function isKind<K extends Kind>(name: GeneralName, kind: K): name is Of<K> {
  return name.kind === kind
}

function only<K extends Kind>(kind: K, match: (name: Of<K>, base: Of<K>, excluding: boolean) => boolean): Matcher {
  return (name, base, excluding) => isKind(name, kind) && isKind(base, kind) && match(name, base, excluding)
}

function matches(name: GeneralName, base: GeneralName, excluding: boolean): boolean {
  return MATCHERS.some((matcher) => matcher(name, base, excluding))
}

function words(name: GeneralName): string {
  if (name.kind === 'directory') return name.name.text
  return 'value' in name ? name.value : name.kind
}

const MAX_NAME_LENGTH = 2_048

function checkLength(name: GeneralName): void {
  if ('value' in name && name.value.length > MAX_NAME_LENGTH) refuse('malformed-name', 'a name too long to be one')
}

function checkName(name: GeneralName, set: NameConstraints, budget: { comparisons: number }): void {
  const permitted = set.permitted.filter((base) => base.kind === name.kind)
  const excluded = set.excluded.filter((base) => base.kind === name.kind)
  if (permitted.length + excluded.length === 0) return
  if (!SUPPORTED.has(name.kind))
    refuse('name-constraints', `constraints on names of kind ${name.kind} are not understood`)
  checkLength(name)
  budget.comparisons -= permitted.length + excluded.length
  if (budget.comparisons < 0) refuse('too-much-work', 'too many names and name constraints')
  if (excluded.some((base) => matches(name, base, true))) refuse('name-excluded', `${words(name)} is an excluded name`)
  if (permitted.length > 0 && !permitted.some((base) => matches(name, base, false))) {
    refuse('name-not-permitted', `${words(name)} is outside the permitted names`)
  }
}

/** All names of the certificate that constraints speak about; mail addresses in the subject count when the SAN has none. */
function namesOf(certificate: Certificate): readonly GeneralName[] {
  const alternatives = certificate.extensions.subjectAltName ?? []
  const subject: GeneralName[] = isEmptyName(certificate.subject)
    ? []
    : [{ kind: 'directory', name: certificate.subject }]
  const hasMail = alternatives.some((name) => name.kind === 'email')
  const legacy = hasMail ? [] : attributeValues(certificate.subject, OID.emailAddress)
  return [...subject, ...alternatives, ...legacy.map((value): GeneralName => ({ kind: 'email', value }))]
}

/** Refuses a certificate with a name outside the constraints, or one whose constraint we cannot judge. */
export function checkNames(certificate: Certificate, state: ConstraintState): void {
  if (state.sets.length === 0) return
  for (const name of namesOf(certificate)) for (const set of state.sets) checkName(name, set, state.budget)
}
