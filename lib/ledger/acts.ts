import type { z } from 'zod'

/** What a module records, by name (`subject.pastTense`): the schema of each names all the data such an act may hold. */
export type ActSchemas = Readonly<Record<string, z.ZodObject>>

/** The acts a module names, told apart by their type. */
export type ActOf<S extends ActSchemas> = { [T in keyof S & string]: { type: T; data: z.infer<S[T]> } }[keyof S &
  string]

/** One of a module's events, as its handlers hear it. */
export type HeardOf<S extends ActSchemas> = ActOf<S> & { eventId: string; subjectId: string }

/** Whether this is an act the schemas name, with the data they ask for. */
export function isActOf<S extends ActSchemas, A extends { type: string; data: unknown }>(
  schemas: S,
  act: A,
): act is A & ActOf<S> {
  return Object.hasOwn(schemas, act.type) && schemas[act.type]?.safeParse(act.data).success === true
}
