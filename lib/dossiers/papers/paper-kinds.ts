export const PAPER_KINDS = [
  'acknowledgement',
  'receipt',
  'supplementRequest',
  'refusal',
  'terminationNotice',
  'result',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]
