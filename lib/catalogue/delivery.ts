import type { ProcedureDefinition } from './definition'

export type DeliveryWay = ProcedureDefinition['result']['delivery'][number]

/** The field of every revision published before definitions named it. */
const NAMED_BEFORE = 'delivery.way'

const WAYS: readonly DeliveryWay[] = ['POST', 'DESK', 'ELECTRONIC']

/** How these answers ask for the result; electronically where they choose nothing. */
export function deliveryWay(
  { deliveryField = NAMED_BEFORE }: Pick<ProcedureDefinition, 'deliveryField'>,
  answers: Record<string, unknown>,
): DeliveryWay {
  const chosen = answers[deliveryField]
  return WAYS.find((way) => way === chosen) ?? 'ELECTRONIC'
}
