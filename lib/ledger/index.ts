export { canonicalJson } from './canonical'
export type { Entry } from './chain'
