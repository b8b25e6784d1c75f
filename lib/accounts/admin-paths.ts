import type { DomainError } from '@/lib/kernel'

/** Before a number was sent: nothing; after a refusal: why, and what was typed. */
export type NumberState = { error: DomainError; typed: string } | null

/** The pages on which administrators look after officers. */
export const OFFICER_PATHS = {
  list: () => '/quan-tri/can-bo',
  officer: (id: string) => `/quan-tri/can-bo/${id}`,
}

/** The name of the only input of the form that records an officer's number. */
export const OFFICER_NUMBER_INPUT = 'so-dinh-danh'
