import { asDict, asName, get, resolve } from '@/lib/pdf'
import type { PdfObject } from '@/lib/pdf'
import type { Drawn } from './drawn'
import type { Step } from './step'
import { isUnchanged } from './unchanged'
import { resourcesOf } from './widget-looks'

export function sameInk(was: Drawn, is: Drawn): boolean {
  return is.colours.every((colour) => was.colours.includes(colour))
}

/** Text lighter than this is not seen on paper. */
const LIGHTEST = 0.7

export function isDark(colour: string): boolean {
  const parts = colour.split(' ').map(Number)
  const light = parts.length === 4 ? 1 - Math.max(...parts) : parts.reduce((sum, part) => sum + part, 0) / parts.length
  return light <= LIGHTEST
}

/** Letters drawn by a program inside a new font may look like anything. */
export async function allTrusted(step: Step, old: readonly PdfObject[], now: readonly PdfObject[]): Promise<boolean> {
  const resources = await resourcesOf(step, step.before)
  const shared = asDict(await get(step.pdf, resources, 'Font', step.before))
  const oldFonts = [...old, ...(shared?.entries.values() ?? [])]
  for (const font of now) {
    const equals = await Promise.all(oldFonts.map((oldFont) => isUnchanged(step, oldFont, font)))
    if (!equals.includes(true) && !(await isPlainFont(step, font))) return false
  }
  return true
}

async function isPlainFont({ pdf, after }: Step, value: PdfObject): Promise<boolean> {
  const font = asDict(await resolve(pdf, value, after))
  const kind = asName(await get(pdf, font, 'Subtype', after))
  const descriptor = asDict(await get(pdf, font, 'FontDescriptor', after))
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.entries.has(key) === true)
  return (kind === 'Type1' || kind === 'TrueType') && !embedded
}
