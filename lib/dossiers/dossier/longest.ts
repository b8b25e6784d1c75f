/** How long what people write about a dossier in their own words may be: in the schemas, and beside the inputs. */
export const LONGEST = {
  reason: 2000,
  resultReason: 4000,
  guidance: 2000,
  note: 2000,
  howToMend: 1000,
  explanation: 4000,
} as const
