import { asDict, asStream, asString, decodeStream, get, latin1, loadObject, readContent, resolve } from '@/lib/pdf'
import type { PdfDict, PdfObject } from '@/lib/pdf'
import type { Form } from '../form-tree'
import { isUnchanged } from './unchanged'
import { usesOf } from './same-drawing'
import { report } from './step'
import type { Step } from './step'

/** The form dictionary before and after. */
export type FormPair = { readonly old: PdfDict | undefined; readonly now: PdfDict | undefined }

/**
 * The default resources of a form may gain entries, and an entry may become another when nothing shown falls back on it:
 * no default appearance names it, and no appearance stream names it without having it (ISO 32000-2 section 12.7.3, DR).
 */
export async function compareResources(step: Step, form: Form, { old, now }: FormPair): Promise<void> {
  if (await isUnchanged(step, old?.entries.get('DR'), now?.entries.get('DR'))) return
  const changed = await exchanged(step, old, now)
  const used = changed.length === 0 ? new Set<string>() : await usedNames(step, form, old)
  const telling = changed.filter((one) => used === undefined || used.has(one))
  for (const one of telling) report(step, 'form-resources-changed', 'other', { key: one })
  if (telling.length === 0) report(step, 'form-resources-added', 'archive')
}

/** Entries that were there and are not, or mean something else now, as "kind/name". */
async function exchanged(step: Step, old: PdfDict | undefined, now: PdfDict | undefined): Promise<string[]> {
  const { pdf, before, after } = step
  const [was, is] = [asDict(await get(pdf, old, 'DR', before)), asDict(await get(pdf, now, 'DR', after))]
  const found: string[] = []
  for (const [kind, value] of was?.entries ?? []) {
    const entries = asDict(await resolve(pdf, value, before))
    const others = asDict(await get(pdf, is, kind, after))
    for (const name of entries?.entries.keys() ?? []) {
      if (!(await isUnchanged(step, entries?.entries.get(name), others?.entries.get(name))))
        found.push(`${kind}/${name}`)
    }
  }
  return found
}

const MAX_LOOKS = 5000
const FONT_IN_APPEARANCE = /\/([^\s/[\]()<>{}%]+)\s+[\d.+-]+\s+Tf/g

/** What default appearances and appearance streams look up in the form's resources; undefined when that cannot be told. */
async function usedNames(
  step: Step,
  { fields, inner }: Form,
  form: PdfDict | undefined,
): Promise<Set<string> | undefined> {
  const { pdf, before } = step
  const dicts = [...fields.map(({ dict }) => dict), ...[...inner.values()].map(({ dict }) => dict)]
  const widgets = fields.flatMap(({ num, widgets: all }) => all.filter((one) => one !== num))
  if (dicts.length + widgets.length > MAX_LOOKS) return undefined
  for (const num of widgets) {
    const widget = asDict(await loadObject(pdf, num, before))
    if (widget !== undefined) dicts.push(widget)
  }
  const used = new Set<string>()
  for (const dict of [...(form === undefined ? [] : [form]), ...dicts]) {
    const text = asString(await get(pdf, dict, 'DA', before))
    for (const [, name = ''] of latin1(text?.bytes ?? new Uint8Array()).matchAll(FONT_IN_APPEARANCE))
      used.add(`Font/${name}`)
  }
  const walk: LooksWalk = { step, used, seen: new Set(), isReadable: true }
  for (const dict of dicts) {
    for (const look of asDict(await get(pdf, dict, 'AP', before))?.entries.values() ?? []) await addLook(walk, look, 0)
  }
  return walk.isReadable ? used : undefined
}

type LooksWalk = { readonly step: Step; readonly used: Set<string>; readonly seen: Set<number>; isReadable: boolean }

async function addLook(walk: LooksWalk, value: PdfObject, depth: number): Promise<void> {
  const { pdf, before } = walk.step
  const look = await resolve(pdf, value, before)
  const stream = asStream(look)
  if (depth > 8) return
  if (stream === undefined) {
    if (depth === 0) for (const state of asDict(look)?.entries.values() ?? []) await addLook(walk, state, 1)
    return
  }
  if (walk.seen.has(stream.start)) return
  walk.seen.add(stream.start)
  const operations = readContent((await decodeStream(pdf, stream, before)).bytes)
  walk.isReadable &&= operations !== undefined
  const resources = asDict(await get(pdf, stream.dict, 'Resources', before))
  for (const use of usesOf(operations ?? [])) {
    const at = use.indexOf('/')
    const own = asDict(await get(pdf, resources, use.slice(0, at), before))?.entries.get(use.slice(at + 1))
    if (own === undefined) walk.used.add(use)
    else if (use.startsWith('XObject/')) await addLook(walk, own, depth + 2)
  }
}
