export { ERRORS } from './errors'
export { errorAnswer, errorLine, errorWords, keptErrorWords, refusalOf } from './error-words'
export type { KeptError, Refusal } from './error-words'
