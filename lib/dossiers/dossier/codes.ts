import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { codeCounters } from '@/db/schema/dossiers'
import { localDate } from '@/lib/calendar'

/**
 * The next number of a series on this local day, taken under the row's lock inside the caller's transaction:
 * a rolled-back transaction gives it back, so the numbers have no gaps.
 */
async function nextNumber(tx: Tx, series: string, day: string): Promise<number> {
  const [row] = await tx
    .insert(codeCounters)
    .values({ series, day, used: 1 })
    .onConflictDoUpdate({
      target: [codeCounters.series, codeCounters.day],
      set: { used: sql`${codeCounters.used} + 1` },
    })
    .returning({ used: codeCounters.used })
  if (row === undefined) throw new Error(`no number for ${series}`)
  return row.used
}

/** `H26.50-261121-0001`: organ code, day of receipt in Vietnam, running number; above 9,999 it widens (TT 01/2018/TT-VPCP article 19). */
export async function nextDossierCode(tx: Tx, agencyCode: string, now: Date): Promise<string> {
  const day = localDate(now)
  const number = await nextNumber(tx, `dossier:${agencyCode}`, day)
  return `${agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}

/** Outgoing documents are numbered from 1 within the year (NĐ 30/2020 article 15); below 10 with a leading zero. */
export async function nextDocumentNumber(tx: Tx, agencyCode: string, notation: string, now: Date): Promise<string> {
  const year = localDate(now).slice(0, 4)
  const number = await nextNumber(tx, `document:${agencyCode}:${notation}`, `${year}-01-01`)
  return `${String(number).padStart(2, '0')}/${notation}`
}
