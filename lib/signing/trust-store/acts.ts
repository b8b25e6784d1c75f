import 'server-only'
import { z } from 'zod'
import { recorder } from '@/lib/ledger/server'

const anchor = z.object({ anchorId: z.uuid(), set: z.string(), name: z.string(), fingerprint: z.string() })

export const recordOnTrust = recorder('trust', {
  'trust.anchorAdded': anchor.extend({
    source: z.string(),
    isSample: z.boolean(),
    effectiveFrom: z.iso.datetime(),
    effectiveTo: z.iso.datetime().nullable(),
  }),
  'trust.anchorEnded': anchor,
})
