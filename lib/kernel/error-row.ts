import type { Text } from '../i18n'

/** The HTTP status of a refusal and its words. */
export type ErrorRow = { status: number; words: Text }
