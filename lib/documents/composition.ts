import type { Block } from './block'

/** A document before it is set: what it is called and what stands in it, in order. */
export type Composition = { title: string; blocks: readonly Block[] }
