import { address } from '@/lib/kernel'

/** What the portal answers itself, and the application on its socket. */
export const portalPaths = {
  isLive: address('/api/health/live'),
  isReady: address('/api/health/ready'),
  metrics: address('/api/metrics'),
} as const

/** Under it scripts ask, not people. */
export const API = address('/api/')()
