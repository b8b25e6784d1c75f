import type { GeneralName } from './general-name'

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** A DNS name in ASCII: labels of letters, digits, hyphens (and underscores, as deployed), 253 octets, no trailing dot. */
export function isDnsName(name: string): boolean {
  if (name.length === 0 || name.length > 253) return false
  return name
    .toLowerCase()
    .split('.')
    .every((label) => LABEL.test(label))
}

/** A presented identifier: a DNS name, or `*.` before one of at least two labels (RFC 9525 6.3). */
export function isPresentedDnsName(name: string): boolean {
  if (!name.startsWith('*.')) return isDnsName(name)
  return isDnsName(name.slice(2)) && name.slice(2).includes('.')
}

/** Local part and host of a mail address, undefined for what is none. */
export function mailParts(address: string): readonly [string, string] | undefined {
  const [local = '', host = '', ...more] = address.split('@')
  return local === '' || !isDnsName(host) || more.length > 0 ? undefined : [local, host]
}

function octet(text: string): number | undefined {
  return /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) < 256 ? Number(text) : undefined
}

function ipv4(text: string): number[] | undefined {
  const octets = text.split('.').map(octet)
  const numbers = octets.filter((value) => value !== undefined)
  return octets.length === 4 && numbers.length === 4 ? numbers : undefined
}

function groups(text: string): number[] | undefined {
  if (text === '') return []
  const values = text.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : -1))
  return values.includes(-1) ? undefined : values.flatMap((value) => [value >> 8, value & 0xff])
}

/** Rewrites a dotted tail such as `::ffff:192.0.2.1` into two groups. */
function withoutDottedTail(text: string): string {
  const tail = text.slice(text.lastIndexOf(':') + 1)
  const octets = tail.includes('.') ? ipv4(tail) : undefined
  if (!octets) return text
  const [a = 0, b = 0, c = 0, d = 0] = octets
  return `${text.slice(0, -tail.length)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

function ipv6(text: string): number[] | undefined {
  const [head = '', tail, more] = withoutDottedTail(text).split('::')
  if (more !== undefined) return undefined
  const left = groups(head)
  const right = groups(tail ?? '')
  if (!left || !right) return undefined
  const missing = 16 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined
  return [...left, ...Array.from({ length: missing }, () => 0), ...right]
}

/** An IP address literal (brackets around version 6 allowed) as 4 or 16 octets. */
export function ipOctets(text: string): Uint8Array | undefined {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text
  const octets = bare.includes(':') ? ipv6(bare) : ipv4(bare)
  return octets && Uint8Array.from(octets)
}

function matchesDns(presented: string, host: string): boolean {
  const pattern = presented.toLowerCase()
  if (!isPresentedDnsName(pattern)) return false
  if (!pattern.startsWith('*.')) return pattern === host
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot) === pattern.slice(1)
}

function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

/**
 * Whether one of the subject alternative names is the host (RFC 9525 6): exact or left-most whole-label wildcard for
 * DNS, octets for IP addresses. The common name is never asked. Internationalised hosts must come as A-labels.
 */
export function matchesHost(names: readonly GeneralName[], hostname: string): boolean {
  const ip = ipOctets(hostname)
  if (ip) return names.some((name) => name.kind === 'ip' && sameOctets(name.bytes, ip))
  const host = hostname.toLowerCase().replace(/\.$/, '')
  return isDnsName(host) && names.some((name) => name.kind === 'dns' && matchesDns(name.value, host))
}

/** The host or IP address that address bars read out of a text, as they would show it; undefined = none. */
function canonicalHost(text: string): string | undefined {
  if (/[\s/?#@\\%[\]]/.test(text)) return undefined
  const address = `http://${text.includes(':') ? `[${text}]` : text}/`
  return URL.canParse(address) ? new URL(address).hostname.replaceAll(/[[\]]/g, '') : undefined
}

function isUnicodeHost(text: string): boolean {
  return text.includes('.') && /\P{ASCII}/u.test(text)
}

/**
 * Whether a common name spells one of the alternative names otherwise than they do (CA/B BR 7.1.4.3): in other case, as
 * an address not in its canonical form, or as a host in Unicode. Any other text in it says nothing about hosts.
 */
export function isMisspeltHost(commonName: string, names: readonly GeneralName[]): boolean {
  const host = canonicalHost(commonName)
  if (host === undefined || host === commonName) return false
  if (names.some((name) => name.kind === 'dns' && name.value === commonName)) return false
  const ip = ipOctets(host)
  const means = (name: GeneralName) =>
    (name.kind === 'dns' && name.value.toLowerCase() === host) ||
    (name.kind === 'ip' && ip !== undefined && sameOctets(name.bytes, ip))
  return isUnicodeHost(commonName) || names.some(means)
}
