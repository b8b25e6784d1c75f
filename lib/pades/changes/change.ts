/**
 * What a later revision did, from harmless to grave:
 * `archive` keeps evidence (security store, document timestamps, metadata); `sign` adds a signature; `fill` fills a form
 * field; `structure` touches accessibility tags; `annotate` adds, alters or removes an annotation; `other` is anything else.
 */
export type ChangeLevel = 'archive' | 'sign' | 'fill' | 'structure' | 'annotate' | 'other'

export type ChangeCode =
  | 'security-store'
  | 'document-timestamp'
  | 'metadata'
  | 'extensions'
  | 'signature-added'
  | 'signature-field-added'
  | 'signature-placed'
  | 'field-filled'
  | 'structure-tree'
  | 'annotation-added'
  | 'annotation-changed'
  | 'annotation-removed'
  | 'annotation-overlap'
  | 'field-added'
  | 'field-removed'
  | 'field-changed'
  | 'signature-changed'
  | 'signature-removed'
  | 'form-changed'
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
}
