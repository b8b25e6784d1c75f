import type { AgencySeals, Signer } from '@/lib/ports'

/**
 * The seal of one agency; every other has none here. The key is opened when it is first needed and again after a failure,
 * so that a token that was away is found as soon as it is back.
 */
export function agencySeals(agencyCode: string, open: () => Promise<Signer>): AgencySeals {
  let opened: Promise<Signer> | undefined
  return {
    has: (code) => code === agencyCode,
    async of(code) {
      if (code !== agencyCode) return null
      opened ??= open()
      return opened.catch((error: unknown) => {
        opened = undefined
        throw error
      })
    },
  }
}

export const noSeals: AgencySeals = { has: () => false, of: () => Promise.resolve(null) }
