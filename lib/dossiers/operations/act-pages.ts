import { paths } from '../dossier/paths'
import type { Command } from './operations'
import { COMMANDS, isCommand, OPERATIONS } from './operations'

/** Acts that ask something have a page of their own; the others are one button on the dossier's page. */
export type PagedCommand = {
  [C in Command]: (typeof OPERATIONS)[C]['page'] extends null ? never : C
}[Command]

const isPaged = (command: Command): command is PagedCommand => OPERATIONS[command].page !== null

/** The address part of an act's own page; null where a button is enough. */
export const actPageOf = (command: Command): string | null => OPERATIONS[command].page

/** The act a page is for; null for an address that names none. */
export function commandOfPage(page: string): PagedCommand | null {
  return COMMANDS.filter(isPaged).find((command) => OPERATIONS[command].page === page) ?? null
}

/** The page an act is sent from: its own, or the dossier's where a button is enough. */
export function pageOfAct(id: string, command: string): string {
  const page = isCommand(command) ? actPageOf(command) : null
  return page === null ? paths.officerDossier(id) : paths.officerAct(id, page)
}
