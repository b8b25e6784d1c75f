import { z } from 'zod'
import type { Answers, Scope } from './answers'
import type { FormDefinition } from './definition'
import type { FormInput } from './input'
import { parsePage } from './parse'

/** `parsePage` as a zod schema, for whatever speaks zod: the same verdict, issues at the paths of the fields. */
export function pageSchema(definition: FormDefinition, pageId: string, scope: Scope) {
  return z
    .custom<FormInput>((form) => typeof form === 'object' && form !== null)
    .transform((form, context): Answers => {
      const parsed = parsePage(definition, pageId, form, scope)
      if (parsed.ok) return parsed.value
      for (const { path, code, words } of parsed.error.issues ?? []) {
        context.addIssue({ code: 'custom', path: path.split('.'), message: words.vi, params: { code, words } })
      }
      return z.NEVER
    })
}
