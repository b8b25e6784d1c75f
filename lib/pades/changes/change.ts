/**
 * What a later revision did, from harmless to grave:
 * `archive` keeps evidence (security store, document timestamps, metadata) or changes nothing that is shown; `sign` adds a
 * signature; `fill` fills a form field; `structure` touches accessibility tags; `prepare` arranges a form without filling it
 * (an empty signature field, the order of fields); `annotate` adds, alters or removes an annotation; `other` is anything else.
 */
export type ChangeLevel = 'archive' | 'sign' | 'fill' | 'structure' | 'prepare' | 'annotate' | 'other'

export type ChangeCode =
  | 'security-store'
  | 'security-store-replaced'
  | 'security-store-shrunk'
  | 'document-timestamp'
  | 'metadata'
  | 'extensions'
  | 'private-data'
  | 'unused-object'
  | 'page-tree'
  | 'signature-added'
  | 'signature-field-added'
  | 'signature-placed'
  | 'certification-not-first'
  | 'permissions-loosened'
  | 'field-filled'
  | 'field-locked'
  | 'tab-order'
  | 'structure-tree'
  | 'annotation-added'
  | 'annotation-changed'
  | 'annotation-removed'
  | 'annotation-overlap'
  | 'appearance-changed'
  | 'appearance-mismatch'
  | 'field-added'
  | 'field-removed'
  | 'field-changed'
  | 'signature-changed'
  | 'signature-removed'
  | 'signature-unreachable'
  | 'form-changed'
  | 'form-resources-added'
  | 'form-resources-changed'
  | 'page-added'
  | 'page-removed'
  | 'page-order-changed'
  | 'page-changed'
  | 'page-content-changed'
  | 'catalog-changed'
  | 'content-changed'
  | 'object-redefined'
  | 'object-stream-replaced'
  | 'encryption-changed'
  | 'bytes-after-end'
  | 'structure-odd'
  | 'too-complex'

/** One change, the revision (from 0) that made it, and where: field name, page (from 1), object number or dictionary key. */
export type Change = {
  readonly code: ChangeCode
  readonly level: ChangeLevel
  readonly revision: number
  readonly field?: string
  readonly page?: number
  readonly object?: number
  readonly key?: string
  /** It brings something of its own to look at, which may hide or imitate what a certified page shows. */
  readonly paints?: true
  /** The level that a signature's Lock or certification permits from here on. */
  readonly permits?: 1 | 2 | 3
}

/** Allowed, yet worth a warning: what was there before is partly or wholly covered. */
export const WARNED: ReadonlySet<ChangeCode> = new Set(['annotation-overlap'])
