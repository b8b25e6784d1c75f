import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AgencySeals, Signer } from '@/lib/ports'

/** Opens a key when it is first needed and again after a failure, so that a token that was away is found as soon as it is back. */
function openedOnce(open: () => Promise<Signer>): () => Promise<Signer> {
  let opened: Promise<Signer> | undefined
  return () => {
    opened ??= open()
    return opened.catch((error: unknown) => {
      opened = undefined
      throw error
    })
  }
}

/** The seal of one agency; every other has none here. */
export function agencySeals(agencyCode: string, open: () => Promise<Signer>): AgencySeals {
  const seal = openedOnce(open)
  return {
    has: (code) => code === agencyCode,
    of: (code) => (code === agencyCode ? seal() : Promise.resolve(null)),
  }
}

/** Codes of agencies (Decision 20/2020), which are also names of folders. */
const AGENCY_CODE = /^[A-Z]\d{2}(?:\.\d{1,4}){0,3}$/

/** The seals of the agencies that have a folder here, each with its key and password; one put there later is found. */
export function folderSeals(
  folder: string,
  open: (files: { file: string; passwordFile: string }) => Promise<Signer>,
): AgencySeals {
  const seals = new Map<string, () => Promise<Signer>>()
  const has = (code: string) => AGENCY_CODE.test(code) && existsSync(path.join(folder, code))
  return {
    has,
    of(code) {
      if (!has(code)) return Promise.resolve(null)
      const files = { file: path.join(folder, code, 'seal.p12'), passwordFile: path.join(folder, code, 'password') }
      const seal = seals.get(code) ?? openedOnce(() => open(files))
      seals.set(code, seal)
      return seal()
    },
  }
}

export const noSeals: AgencySeals = { has: () => false, of: () => Promise.resolve(null) }
