/** Departures from ISO 32000 that readers disagree about; each is recorded, and what it touches is not trusted. */
export type AnomalyCode =
  | 'catalog-unreachable'
  | 'duplicate-key'
  | 'generation-mismatch'
  | 'header-offset'
  | 'object-beyond-revision'
  | 'object-beyond-size'
  | 'object-malformed'
  | 'object-mismatch'
  | 'object-stream-damaged'
  | 'revision-end-missing'
  | 'startxref-mismatch'
  | 'stream-length'
  | 'structure-rebuilt'
  | 'trailing-bytes'
  | 'xref-entry-width'
  | 'xref-off-by-one'
  | 'xref-order'
  | 'xref-repeated-entry'
  | 'xref-size'

/** `revision` counts from 0, the oldest; `offset` is a byte position in the file. */
export type Anomaly = {
  readonly code: AnomalyCode
  readonly offset: number
  readonly revision?: number
  readonly object?: number
}
