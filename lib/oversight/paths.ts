import { address } from '@/lib/kernel'

/** What those who run the portal see. */
export const oversightPaths = {
  standings: address('/giam-sat'),
  failedJobs: address('/quan-tri/viec-loi'),
} as const
