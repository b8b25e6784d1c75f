import type { Command } from '../dossier/lifecycle'
import { paths } from '../dossier/paths'

/** Acts that ask something have a page of their own; the others are one button on the dossier's page. */
export const ACT_PAGES = {
  rejectIntake: 'tu-choi',
  requestSupplement: 'bo-sung',
  assign: 'phan-cong',
  draftResult: 'ket-qua',
  sendBack: 'tra-lai',
  agreeWithdrawal: 'cho-rut',
  refuseWithdrawal: 'khong-cho-rut',
} as const satisfies Partial<Record<Command, string>>

export type PagedCommand = keyof typeof ACT_PAGES

const isPaged = (command: string): command is PagedCommand => Object.hasOwn(ACT_PAGES, command)

/** The address part of an act's own page; null where a button is enough. */
export function actPageOf(command: Command): string | null {
  return isPaged(command) ? ACT_PAGES[command] : null
}

/** The act a page is for; null for an address that names none. */
export function commandOfPage(page: string): PagedCommand | null {
  return (
    Object.keys(ACT_PAGES).find(
      (command): command is PagedCommand => isPaged(command) && ACT_PAGES[command] === page,
    ) ?? null
  )
}

/** The page an act is sent from: its own, or the dossier's where a button is enough. */
export function pageOfAct(id: string, command: string): string {
  return isPaged(command) ? paths.officerAct(id, ACT_PAGES[command]) : paths.officerDossier(id)
}
