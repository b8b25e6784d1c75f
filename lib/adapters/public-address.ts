import { BlockList, isIP } from 'node:net'

/**
 * Ranges that are nobody's public service (RFC 6890 and its registries): loopback, private, link-local, shared by carriers,
 * protocol assignments, benchmarks, documentation, multicast, reserved.
 */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')

/** Only 2000::/3 is global unicast: IPv4-mapped, NAT64, unique local, link-local and the rest lie outside it. */
const PUBLIC_IPV6 = new BlockList()
PUBLIC_IPV6.addSubnet('2000::', 3, 'ipv6')

/** Of that, what is set apart: protocol assignments with Teredo, documentation, 6to4. */
const RESERVED_IPV6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  RESERVED_IPV6.addSubnet(net, bits, 'ipv6')

/** Whether an address is not plainly a public one, so that only this network, or nobody, is behind it. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (isIP(bare) === 4) return PRIVATE.check(bare, 'ipv4')
  if (isIP(bare) !== 6) return true
  return !PUBLIC_IPV6.check(bare, 'ipv6') || RESERVED_IPV6.check(bare, 'ipv6')
}
