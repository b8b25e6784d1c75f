import type { Certificate } from '../certificate/certificate'
import { OID } from '../certificate/oids'
import { refuse } from '../der/refusal'

/**
 * Certificate policies (RFC 5280 6.1.2-6.1.5 as rewritten by RFC 9618). Only the deepest level is kept; each node
 * remembers which policies of the authority's own domain lead to it, so work grows with the certificates, never with
 * the number of ways through them.
 */
type Node = { readonly expected: ReadonlySet<string>; readonly domains: ReadonlySet<string> }
type Level = ReadonlyMap<string, Node>

export type PolicyInputs = {
  /** Acceptable policies; absent = any. */
  readonly initialSet?: readonly string[]
  readonly explicit?: boolean
  readonly inhibitMapping?: boolean
  readonly inhibitAny?: boolean
}

export type PolicyState = {
  /** `undefined` = the graph is NULL: no policy is valid. */
  readonly level: Level | undefined
  readonly explicit: number
  readonly mapping: number
  readonly any: number
}

const MAX_POLICIES = 128
const MAX_MAPPINGS = 1_024
const ANY = OID.anyPolicy

export function initialPolicyState(inputs: PolicyInputs, pathLength: number): PolicyState {
  const root: Level = new Map([[ANY, { expected: new Set([ANY]), domains: new Set([ANY]) }]])
  const unless = (flag: boolean | undefined) => (flag === true ? 0 : pathLength + 1)
  return {
    level: root,
    explicit: unless(inputs.explicit),
    mapping: unless(inputs.inhibitMapping),
    any: unless(inputs.inhibitAny),
  }
}

function union(sets: Iterable<ReadonlySet<string>>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const set of sets) for (const item of set) all.add(item)
  return all
}

/** The policies of the authority's domain behind a new node: its own if it hangs from anyPolicy, else its parents'. */
function domainsOf(policy: string, parents: readonly (readonly [string, Node])[]): ReadonlySet<string> {
  return union(parents.map(([parent, node]) => (parent === ANY ? new Set([policy]) : node.domains)))
}

function childOf(level: Level, policy: string): Node | undefined {
  const expecting = [...level].filter(([, node]) => node.expected.has(policy))
  const anyNode = level.get(ANY)
  const parents = expecting.length > 0 || !anyNode ? expecting : [[ANY, anyNode] as const]
  return parents.length === 0 ? undefined : { expected: new Set([policy]), domains: domainsOf(policy, parents) }
}

function nextLevel(level: Level, policies: readonly string[], anyAllowed: boolean): Level {
  const next = new Map<string, Node>()
  for (const policy of policies.filter((oid) => oid !== ANY)) {
    const node = childOf(level, policy)
    if (node) next.set(policy, node)
  }
  if (!policies.includes(ANY) || !anyAllowed) return next
  for (const policy of union([...level.values()].map((node) => node.expected))) {
    const node = next.has(policy) ? undefined : childOf(level, policy)
    if (node) next.set(policy, node)
  }
  return next
}

function listedPolicies(certificate: Certificate): readonly string[] {
  const policies = certificate.extensions.certificatePolicies ?? []
  if (policies.length > MAX_POLICIES) refuse('too-much-work', 'too many certificate policies')
  return policies.map(({ oid }) => oid)
}

function unlessEmpty(level: Level): Level | undefined {
  return level.size > 0 ? level : undefined
}

/** 6.1.3 (d), (e), (f) for one certificate; `anyAllowed` already counts in self-issued intermediates. */
export function applyPolicies(state: PolicyState, certificate: Certificate, anyAllowed: boolean): PolicyState {
  const listed = listedPolicies(certificate)
  const level = state.level && unlessEmpty(nextLevel(state.level, listed, anyAllowed))
  if (!level && state.explicit === 0) refuse('no-valid-policy', 'an explicit policy is required and none is valid')
  return { ...state, level }
}

function mapPolicies(level: Level, mappings: ReadonlyMap<string, ReadonlySet<string>>): Level {
  const next = new Map(level)
  for (const [policy, expected] of mappings) {
    const node = level.get(policy)
    if (node) next.set(policy, { expected, domains: node.domains })
    else if (level.has(ANY)) next.set(policy, { expected, domains: new Set([policy]) })
  }
  return next
}

function withoutMapped(level: Level, mappings: ReadonlyMap<string, ReadonlySet<string>>): Level {
  return new Map([...level].filter(([policy]) => !mappings.has(policy)))
}

function mappingsOf(certificate: Certificate): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = certificate.extensions.policyMappings ?? []
  if (rows.length > MAX_MAPPINGS) refuse('too-much-work', 'too many policy mappings')
  if (rows.some((row) => row.issuer === ANY || row.subject === ANY)) refuse('policy-mapping', 'anyPolicy is mapped')
  const mappings = new Map<string, ReadonlySet<string>>()
  for (const { issuer, subject } of rows) mappings.set(issuer, new Set([...(mappings.get(issuer) ?? []), subject]))
  return mappings
}

/** 6.1.4 (a), (b): policy mappings of a CA certificate. */
export function applyMappings(state: PolicyState, certificate: Certificate): PolicyState {
  const mappings = mappingsOf(certificate)
  if (mappings.size === 0 || !state.level) return state
  const level = state.mapping > 0 ? mapPolicies(state.level, mappings) : withoutMapped(state.level, mappings)
  return { ...state, level: unlessEmpty(level) }
}

function lower(value: number, limit: number | undefined): number {
  return limit === undefined ? value : Math.min(value, limit)
}

/** 6.1.4 (h), (i), (j): the counters, before the constraints of this certificate tighten them. */
export function tightenPolicies(state: PolicyState, certificate: Certificate, selfIssued: boolean): PolicyState {
  const step = (value: number) => (selfIssued ? value : Math.max(0, value - 1))
  const { policyConstraints, inhibitAnyPolicy } = certificate.extensions
  return {
    level: state.level,
    explicit: lower(step(state.explicit), policyConstraints?.requireExplicit),
    mapping: lower(step(state.mapping), policyConstraints?.inhibitMapping),
    any: lower(step(state.any), inhibitAnyPolicy),
  }
}

function acceptable(level: Level, policies: readonly string[] | undefined): readonly string[] {
  const domains = union([...level.values()].map((node) => node.domains))
  if (policies === undefined || policies.includes(ANY)) return [...domains]
  return level.has(ANY) ? policies : policies.filter((oid) => domains.has(oid))
}

/** 6.1.5 (a), (b), (g): the policies the path is valid for; refused when one is required and none is left. */
export function finalPolicies(state: PolicyState, leaf: Certificate, inputs: PolicyInputs): readonly string[] {
  const requires = leaf.extensions.policyConstraints?.requireExplicit === 0
  const explicit = requires ? 0 : Math.max(0, state.explicit - 1)
  const policies = state.level ? acceptable(state.level, inputs.initialSet) : []
  if (explicit === 0 && policies.length === 0) {
    refuse('no-valid-policy', 'an explicit policy is required and none of the acceptable ones is valid')
  }
  return policies
}
