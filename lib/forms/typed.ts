import { legible } from '@/lib/kernel'
import type { Answer } from './answers'

const MOST_KEPT = 20_000

function storable(text: string): string {
  return legible(text.slice(0, MOST_KEPT))
}

/** Typing as a draft keeps it: strings, parts of strings, or a list of strings. */
export function typedText(raw: unknown): Answer | undefined {
  if (typeof raw === 'string') return storable(raw)
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw)
  if (Array.isArray(raw)) return raw.filter((item) => typeof item === 'string').map(storable)
  if (typeof raw !== 'object' || raw === null) return undefined
  const parts = Object.entries(raw).flatMap(([part, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[part, storable(String(value))] as const] : [],
  )
  return Object.fromEntries(parts)
}

/** Whether nothing at all was typed. */
export function emptyTyped(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw === 'string') return legible(raw).trim() === ''
  if (Array.isArray(raw)) return raw.every(emptyTyped)
  return typeof raw === 'object' && Object.values(raw).every(emptyTyped)
}
