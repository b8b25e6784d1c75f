import type { CarriedRevocation, SignedData } from '@/lib/cms'
import { parseCertificate, parseCrl, parseOcspResponse } from '@/lib/trust'
import type { AlgorithmPolicy, Anchor, Certificate, Crl, Engine, OcspResponse } from '@/lib/trust'
import type { SignatureContent } from './cms-judge'
import type { SecurityStore } from './dss'

/** Everything found that may help to judge certificates, parsed once; what cannot be parsed is no evidence. */
export type Evidence = {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Crl[]
  readonly ocsps: readonly OcspResponse[]
}

/** How to judge: the time of judging, whom to trust, and with what machinery. */
export type TrustSettings = {
  readonly at: Date
  readonly anchors: readonly Anchor[]
  readonly engine: Engine
  readonly algorithms: AlgorithmPolicy
  /** Whether the authorities were asked what the evidence does not tell, so that silence is theirs. */
  readonly hasAskedAuthorities?: boolean
}

/** DER of evidence from any source, repeated items kept once. */
export function parseEvidence(stores: readonly SecurityStore[]): Evidence {
  const take = (key: keyof SecurityStore) => distinct(stores.flatMap((store) => store[key]))
  const values = <T>(results: readonly ({ ok: true; value: T } | { ok: false })[]): T[] =>
    results.flatMap((result) => (result.ok ? [result.value] : []))
  return {
    certificates: values(take('certificates').map(parseCertificate)),
    crls: values(take('crls').map(parseCrl)),
    ocsps: values(take('ocsps').map(parseOcspResponse)),
  }
}

/** Compared whole: answers of one responder about two certificates differ in a few bytes in their midst. */
function distinct(items: readonly Uint8Array[]): Uint8Array[] {
  const eachByte = new TextDecoder('windows-1252')
  return [...new Map(items.map((item) => [eachByte.decode(item), item])).values()]
}

/** What a signature carries itself: its certificates, those of its timestamps, and revocation values. */
export function carriedEvidence(content: SignatureContent): SecurityStore {
  switch (content.form) {
    case 'cms':
    case 'cms-sha1':
      return storeOf(content.data)
    case 'timestamp':
      return storeOf(content.token.data)
    case 'rsa-sha1':
      return { certificates: content.certificates, crls: [], ocsps: [] }
    case 'unreadable':
      return { certificates: [], crls: [], ocsps: [] }
  }
}

export function storeOf(data: SignedData): SecurityStore {
  const revocations: CarriedRevocation[] = [data.revocation]
  const certificates = [...data.certificates]
  for (const { signed, unsigned } of data.signers) {
    revocations.push(unsigned.revocation, ...(signed === undefined ? [] : [signed.revocation]))
    certificates.push(...unsigned.certificates)
  }
  return {
    certificates,
    crls: revocations.flatMap((status) => status.crls),
    ocsps: revocations.flatMap((status) => status.ocsps),
  }
}
