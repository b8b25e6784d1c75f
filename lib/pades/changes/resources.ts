import { asDict, asStream, asString, decodeStream, get, latin1, loadObject, readContent, resolve } from '@/lib/pdf'
import type { PdfDict, PdfObject, PdfStream } from '@/lib/pdf'
import type { Form } from '../form-tree'
import { isUnchanged } from './unchanged'
import { streamsOf } from './widget-looks'
import { resourceIn, usesOf } from './same-drawing'
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
  const changed = await exchangedEntries(step, old, now)
  const used = changed.length === 0 ? new Set<string>() : await usedNames(step, form, old)
  const telling = changed.filter((name) => used === undefined || used.has(name))
  for (const name of telling) report(step, 'form-resources-changed', 'other', { key: name })
  if (telling.length === 0) report(step, 'form-resources-added', 'archive')
}

/** Entries that were there and are not, or mean something else now, as "kind/name". */
async function exchangedEntries(step: Step, old: PdfDict | undefined, now: PdfDict | undefined): Promise<string[]> {
  const was = asDict(await get(step.pdf, old, 'DR', step.before))
  const is = asDict(await get(step.pdf, now, 'DR', step.after))
  const changedNames: string[] = []
  for (const [kind, value] of entriesOf(was)) {
    const entries = entriesOf(asDict(await resolve(step.pdf, value, step.before)))
    const others = entriesOf(asDict(await get(step.pdf, is, kind, step.after)))
    for (const [name, entry] of entries) {
      if (!(await isUnchanged(step, entry, others.get(name)))) changedNames.push(`${kind}/${name}`)
    }
  }
  return changedNames
}

const NO_ENTRIES: ReadonlyMap<string, PdfObject> = new Map()

function entriesOf(dict: PdfDict | undefined): ReadonlyMap<string, PdfObject> {
  return dict?.entries ?? NO_ENTRIES
}

const MAX_LOOKS = 5000

/** What default appearances and appearance streams look up in the form's resources; undefined when that cannot be told. */
async function usedNames(step: Step, form: Form, dict: PdfDict | undefined): Promise<Set<string> | undefined> {
  const widgets = form.fields.flatMap(({ num, widgets: all }) => all.filter((widgetNum) => widgetNum !== num))
  if (form.fields.length + widgets.length > MAX_LOOKS) return undefined
  const dicts = [...form.fields, ...form.inner.values()].map((field) => field.dict)
  for (const num of widgets) {
    const widget = asDict(await loadObject(step.pdf, num, step.before))
    if (widget !== undefined) dicts.push(widget)
  }
  const walk: LooksWalk = { step, used: new Set(), visited: new Set(), isReadable: true }
  for (const holder of [...dicts, ...(dict === undefined ? [] : [dict])]) await addDefault(walk, holder)
  for (const holder of dicts) await addLooks(walk, holder)
  return walk.isReadable ? walk.used : undefined
}

const FONT_IN_APPEARANCE = /\/([^\s/[\]()<>{}%]+)\s+[\d.+-]+\s+Tf/g

async function addDefault({ step, used }: LooksWalk, dict: PdfDict): Promise<void> {
  const text = asString(await get(step.pdf, dict, 'DA', step.before))
  if (text === undefined) return
  for (const [, name = ''] of latin1(text.bytes).matchAll(FONT_IN_APPEARANCE)) used.add(`Font/${name}`)
}

type LooksWalk = {
  readonly step: Step
  readonly used: Set<string>
  readonly visited: Set<number>
  isReadable: boolean
}

async function addLooks(walk: LooksWalk, widget: PdfDict): Promise<void> {
  for (const stream of (await streamsOf(walk.step, widget, walk.step.before)).values()) await addLook(walk, stream, 0)
}

const MAX_DEPTH = 8

async function addLook(walk: LooksWalk, stream: PdfStream, depth: number): Promise<void> {
  if (walk.visited.has(stream.start) || depth > MAX_DEPTH) return
  walk.visited.add(stream.start)
  const { pdf, before } = walk.step
  const operations = readContent((await decodeStream(pdf, stream, before)).bytes)
  walk.isReadable &&= operations !== undefined
  const resources = asDict(await get(pdf, stream.dict, 'Resources', before))
  for (const use of usesOf(operations ?? [])) {
    const own = await resourceIn(pdf, resources, use, before)
    if (own === undefined) walk.used.add(use)
    else if (use.startsWith('XObject/')) await addInner(walk, own, depth + 1)
  }
}

async function addInner(walk: LooksWalk, value: PdfObject, depth: number): Promise<void> {
  const stream = asStream(await resolve(walk.step.pdf, value, walk.step.before))
  if (stream !== undefined) await addLook(walk, stream, depth)
}
