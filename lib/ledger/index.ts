export type { ActOf, ActSchemas, HeardOf } from './acts'
export { canonicalJson } from './canonical'
export type { Entry } from './chain'
