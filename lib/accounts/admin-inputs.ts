import type { DomainError } from '@/lib/kernel'

/** Before a number or telephone was sent: nothing; after a refusal: why, and what was typed. */
export type NumberState = { error: DomainError; typed: string } | null

/** The name of the only input of the form that records an officer's number. */
export const OFFICER_NUMBER_INPUT = 'so-dinh-danh'

/** The name of the only input of the forms that record a telephone. */
export const CONTACT_PHONE_INPUT = 'dien-thoai'
