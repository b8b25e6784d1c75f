import { z } from 'zod'

/** What a template can be told in one of its places: words, a day, or a day of which only the year may be known. */
export type SlotKind = 'text' | 'date' | 'partialDate'

/** The templates a result can be set in beside the decision article by article, and what each has to be told. */
export const TEMPLATE_SLOTS = {
  drivingLicence: {
    holderBirthDate: 'partialDate',
    previousNumber: 'text',
    previousClass: 'text',
    previousIssuedOn: 'date',
    previousExpiresOn: 'date',
    number: 'text',
    class: 'text',
    issuedOn: 'date',
    expiresOn: 'date',
    delivery: 'text',
  },
} as const satisfies Record<string, Record<string, SlotKind>>

/** How the paper names the options of a choice, by their values. */
const words = z.record(z.string(), z.string().min(1)).optional()

/** An answer of the form, a field of the result, a verified fact, or words that always stand. */
const slotSource = z.union([
  z.strictObject({ answer: z.string().min(1), words }),
  z.strictObject({ field: z.string().min(1), words }),
  z.strictObject({ fact: z.string().min(1) }),
  z.strictObject({ text: z.string().min(1) }),
])
export type SlotSource = z.infer<typeof slotSource>

/** The first that says something fills the slot. */
const slot = z.array(slotSource).min(1)

const drivingLicence = z.strictObject({
  name: z.literal('drivingLicence'),
  slots: z.record(z.literal(slotNames(TEMPLATE_SLOTS.drivingLicence)), slot),
})

/** A template with what fills each of its slots; one that leaves a slot open or names another is none. */
export const resultTemplate = z.discriminatedUnion('name', [drivingLicence])
export type ResultTemplate = z.infer<typeof resultTemplate>

function slotNames<Name extends string>(slots: Record<Name, SlotKind>): Name[] {
  const isName = (name: string): name is Name => name in slots
  return Object.keys(slots).filter(isName)
}
