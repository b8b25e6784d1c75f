import type { Channel } from '../channel'

export const inApp = { kind: 'kept', words: { vi: 'Trên cổng', en: 'In the portal' } } as const satisfies Channel
