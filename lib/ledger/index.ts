export { canonicalJson } from './canonical'
export { chained, firstBreak, GENESIS } from './chain'
export type { Entry } from './chain'
