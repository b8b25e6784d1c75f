import 'server-only'
import { and, count, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { fetchedIssuers as table } from '@/db/schema/signing'
import { certificatesIn } from '@/lib/cms'
import { jobAdder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { addressesIn } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import { MAX_MISSING } from '../protocol/check-limits'

type Reach = Pick<Ctx, 'db' | 'now' | 'ports'>

const MAX_ADDRESS = 500
const MINUTE_MS = 60_000
/** Authorities keep their certificates for years; an address that gave none is tried again soon. */
const GOOD_MS = 7 * 24 * 60 * MINUTE_MS
/** Addresses strangers' files can have asked a minute: they are whatever the file's author wrote. */
const MAX_WANTED = 30

const base64List = z.array(z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))))

function addressesOf(missing: readonly Certificate[]): string[] {
  const all = missing.flatMap((certificate) => addressesIn(certificate).issuer.slice(0, 2))
  return [...new Set(all)].filter((address) => address.length <= MAX_ADDRESS).slice(0, MAX_MISSING)
}

/** What is kept of these addresses and recent enough, by address. */
async function cachedIssuers({ db, now }: Reach, addresses: readonly string[]): Promise<Map<string, Uint8Array[]>> {
  const rows = await db
    .select()
    .from(table)
    .where(inArray(table.address, [...addresses]))
  const parsed = rows.map((row) => ({ ...row, certificates: base64List.parse(row.certificates) }))
  const fresh = parsed.filter(({ askedAt, certificates }) => {
    const age = askedAt === null ? Infinity : now.getTime() - askedAt.getTime()
    return age < (certificates.length > 0 ? GOOD_MS : MINUTE_MS)
  })
  return new Map(fresh.map(({ address, certificates }) => [address, certificates]))
}

/** Issuers that were fetched before; for the rest a job is asked to. `isPending` when it was. */
export async function knownIssuers(
  ctx: Reach,
  missing: readonly Certificate[],
): Promise<{ certificates: Uint8Array[]; isPending: boolean }> {
  const addresses = addressesOf(missing)
  if (addresses.length === 0) return { certificates: [], isPending: false }
  const cached = await cachedIssuers(ctx, addresses)
  const unknown = addresses.filter((address) => !cached.has(address))
  const isPending = unknown.length > 0 && (await queueFetches(ctx, unknown))
  return { certificates: [...cached.values()].flat(), isPending }
}

/** Issuers fetched now where they are not kept; for jobs, never for requests. */
export async function fetchedIssuers(ctx: Reach, missing: readonly Certificate[]): Promise<Uint8Array[]> {
  const addresses = addressesOf(missing)
  if (addresses.length === 0) return []
  const cached = await cachedIssuers(ctx, addresses)
  const unknown = addresses.filter((address) => !cached.has(address))
  const fetched = await Promise.all(unknown.map((address) => fetchAndCache(ctx, address)))
  return [...cached.values(), ...fetched].flat()
}

async function fetchAndCache({ db, now, ports }: Reach, address: string): Promise<Uint8Array[]> {
  const answer = await ports.issuers.fetch(address)
  const issuers = answer === null ? [] : certificatesIn(answer)
  const certificates = issuers.map((bytes) => Buffer.from(bytes).toString('base64'))
  await db
    .insert(table)
    .values({ address, wantedAt: now, askedAt: now, certificates })
    .onConflictDoUpdate({ target: table.address, set: { askedAt: now, certificates } })
  return issuers
}

const QUEUE = 'signing.issuers'
export const ISSUER_JOBS = { 'signing.fetchIssuers': z.object({ address: z.string().max(MAX_ADDRESS) }) }
const addIssuerJob = jobAdder(ISSUER_JOBS)

/** Has a job fetch these addresses, one after the other; false when strangers' files have asked for too many just now. */
async function queueFetches(reach: Reach, addresses: readonly string[]): Promise<boolean> {
  return inTransaction(reach, async (reach) => {
    const since = new Date(reach.now.getTime() - MINUTE_MS)
    const isWaiting = and(gt(table.wantedAt, since), or(isNull(table.askedAt), gt(table.wantedAt, table.askedAt)))
    const [waiting] = await reach.db.select({ count: count() }).from(table).where(isWaiting)
    if ((waiting?.count ?? 0) + addresses.length > MAX_WANTED) return false
    const rows = addresses.map((address) => ({ address, wantedAt: reach.now }))
    const again = { target: table.address, set: { wantedAt: sql`excluded.wanted_at` } }
    await reach.db.insert(table).values(rows).onConflictDoUpdate(again)
    for (const address of addresses) {
      const options = { key: `issuers:${address}`, queue: QUEUE, maxAttempts: 3 }
      await addIssuerJob(reach, 'signing.fetchIssuers', { address }, options)
    }
    return true
  })
}

/** Fetches the certificates at an address somebody's certificate names, unless that was done just now. */
export async function fetchIssuers(ctx: Ctx, { address }: { address: string }): Promise<void> {
  const cached = await cachedIssuers(ctx, [address])
  if (!cached.has(address)) await fetchAndCache(ctx, address)
}

const KEPT_MS = 30 * 24 * 60 * MINUTE_MS

/** Forgets addresses that no certificate has named for a month. */
export async function forgetIssuers({ db, now }: Reach): Promise<void> {
  await db.delete(table).where(lt(table.wantedAt, new Date(now.getTime() - KEPT_MS)))
}
