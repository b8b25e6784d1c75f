import { asArray, asDict, asStream, decodeStream, get, PdfFault, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, Revision } from '@/lib/pdf'

/** What a Document Security Store carries (EN 319 142-1 section 5.4.2.2), each item DER. */
export type SecurityStore = {
  readonly certificates: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

export const EMPTY_STORE: SecurityStore = { certificates: [], ocsps: [], crls: [] }

const MAX_ITEMS = 2000
const MAX_OCTETS = 1 << 26

/** The store of a revision, its VRI entries included; streams that cannot be decoded are left out. */
export async function readSecurityStore(pdf: Pdf, at: Revision): Promise<SecurityStore> {
  const root = asDict(await get(pdf, at.trailer, 'Root', at))
  const store = asDict(await get(pdf, root, 'DSS', at))
  if (store === undefined) return EMPTY_STORE
  const dicts = [store, ...(await vriEntries(pdf, store, at))]
  return {
    certificates: await items(pdf, at, dicts, ['Certs', 'Cert']),
    ocsps: await items(pdf, at, dicts, ['OCSPs', 'OCSP']),
    crls: await items(pdf, at, dicts, ['CRLs', 'CRL']),
  }
}

async function vriEntries(pdf: Pdf, store: PdfDict, at: Revision): Promise<PdfDict[]> {
  const vri = asDict(await get(pdf, store, 'VRI', at))
  const dicts: PdfDict[] = []
  for (const value of [...(vri?.entries.values() ?? [])].slice(0, MAX_ITEMS)) {
    const dict = asDict(await resolve(pdf, value, at))
    if (dict !== undefined) dicts.push(dict)
  }
  return dicts
}

async function items(
  pdf: Pdf,
  at: Revision,
  dicts: readonly PdfDict[],
  keys: readonly string[],
): Promise<Uint8Array[]> {
  const lists = dicts.flatMap((dict) => keys.map((key) => ({ dict, key })))
  const streams = new Map<number, Uint8Array>()
  let octets = 0
  for (const { dict, key } of lists) {
    for (const value of asArray(await get(pdf, dict, key, at)) ?? []) {
      const stream = asStream(await resolve(pdf, value, at))
      if (stream === undefined || streams.has(stream.start) || streams.size >= MAX_ITEMS) continue
      const { bytes } = await decodeStream(pdf, stream, at)
      octets += bytes.length
      if (octets > MAX_OCTETS) throw new PdfFault('too-complex', 'security store')
      streams.set(stream.start, bytes)
    }
  }
  return [...streams.values()]
}
