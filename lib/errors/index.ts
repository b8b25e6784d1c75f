export { ERRORS } from './errors'
export { errorAnswer, errorLine, errorWords, keptErrorWords } from './error-words'
export type { KeptError } from './error-words'
