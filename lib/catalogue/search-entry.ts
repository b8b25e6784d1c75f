import { AGENCY_FUNCTIONS } from '@/lib/agencies'
import type { ProcedureDefinition } from './definition'
import { plain } from './plain'
import { AUDIENCE_WORDS, FIELD_WORDS, LIFE_EVENT_WORDS } from './topics'

export type Term = { term: string; plain: string; locale: 'vi' | 'en'; isName: boolean }

/** Every name under which people may look for it. */
export function termsOf({ name, synonyms, code, otherCodes = [] }: ProcedureDefinition): Term[] {
  const vi = (term: string, isName = false): Term => ({ term, plain: plain(term), locale: 'vi', isName })
  const en = (term: string, isName = false): Term => ({ ...vi(term, isName), locale: 'en' })
  return [
    vi(name.vi, true),
    en(name.en, true),
    ...synonyms.vi.map((term) => vi(term)),
    ...synonyms.en.map((term) => en(term)),
    ...otherCodes.flatMap((other) => [vi(other.name.vi), en(other.name.en), vi(other.code)]),
    vi(code),
  ]
}

/** Words around the names: what it belongs to and who does it, then what it says of itself. */
export function wordsOf(definition: ProcedureDefinition): { names: string; topics: string; rest: string } {
  const both = ({ vi, en }: { vi: string; en: string }) => `${vi} ${en}`
  const { routing } = definition
  const topics = [
    FIELD_WORDS[definition.serviceField],
    ...definition.audience.map((audience) => AUDIENCE_WORDS[audience]),
    ...definition.lifeEvents.map((event) => LIFE_EVENT_WORDS[event]),
    definition.handledBy,
    ...(routing.by === 'agency' ? [] : [AGENCY_FUNCTIONS[routing.function]]),
  ]
  return {
    names: termsOf(definition)
      .map((term) => term.plain)
      .join(' '),
    topics: plain(topics.map(both).join(' ')),
    rest: plain([definition.summary, definition.result.name].map(both).join(' ')),
  }
}
