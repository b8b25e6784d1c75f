import { address } from '@/lib/kernel'

export const noticePaths = {
  mine: address('/thong-bao'),
} as const
