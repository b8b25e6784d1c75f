import { randomBytes } from 'node:crypto'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { publishRevision, wasPublished } from '@/lib/catalogue/server'
import { uuidV7 } from '@/lib/kernel'
import type { Database } from '@/db/client'
import { birthRegistration } from './birth-registration'
import { buildingPermit } from './building-permit'
import { certificateOfOrigin } from './certificate-of-origin'
import { drivingLicence } from './driving-licence'
import { healthInsuranceCard } from './health-insurance-card'
import { householdBusiness } from './household-business'
import { judicialRecord } from './judicial-record'
import { civilStatus } from './listed/civil-status'
import { residence } from './listed/residence'
import { workAndCare } from './listed/work-and-care'
import { promotionNotice } from './promotion-notice'

export const SAMPLE_PROCEDURES: readonly ProcedureDefinition[] = [
  drivingLicence,
  judicialRecord,
  promotionNotice,
  householdBusiness,
  buildingPermit,
  birthRegistration,
  certificateOfOrigin,
  healthInsuranceCard,
  ...civilStatus,
  ...residence,
  ...workAndCare,
]

const SINCE = new Date('2025-07-01T00:00:00+07:00')

/** Publishes each sample procedure that never was published like this; what an administrator published since stays. */
export async function seedProcedures(db: Database): Promise<void> {
  const ctx = {
    db,
    now: SINCE,
    actor: { kind: 'worker', name: 'seed' } as const,
    requestId: 'seed',
    newId: () => uuidV7(SINCE, randomBytes(16)),
  }
  for (const definition of SAMPLE_PROCEDURES) {
    if (await wasPublished(ctx, definition)) continue
    const published = await publishRevision(ctx, definition)
    if (!published.ok) throw new Error(`${definition.code}: ${JSON.stringify(published.error.issues)}`)
  }
}
