import 'server-only'
import { z } from 'zod'
import { recorder } from '@/lib/ledger/server'

const signIn = z.object({
  by: z.enum(['openid', 'password-and-code', 'certificate']),
  device: z.string(),
  assurance: z.union([z.literal(1), z.literal(2)]).optional(),
  certificateSha256: z.string().optional(),
})
const session = z.object({ sessionId: z.uuid() })
const replacing = z.object({ isReplaced: z.boolean() })
const phone = replacing.extend({ isRemoved: z.boolean() })

/** What is kept of an account; never a number, a name or an address. */
export const recordOnUser = recorder('user', {
  'user.signedIn': signIn,
  'user.verified': signIn,
  'user.signedOut': session,
  'user.sessionRevoked': session,
  'user.otherSessionsRevoked': z.object({ sessionIds: z.array(z.uuid()) }),
  'officer.numberRecorded': replacing,
  'officer.phoneRecorded': phone,
})

export const recordOnAgency = recorder('agency', { 'agency.phoneRecorded': phone })
