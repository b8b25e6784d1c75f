import { asDict, asStream, get, resolve } from '@/lib/pdf'
import type { PdfDict, PdfObject, PdfStream, Revision } from '@/lib/pdf'
import { catalogOf } from './step'
import type { Step } from './step'

/** Whether viewers are told to draw every field from its value. */
export async function isRegenerated({ pdf, after }: Step): Promise<boolean> {
  const form = asDict(await get(pdf, await catalogOf(pdf, after), 'AcroForm', after))
  return (await get(pdf, form, 'NeedAppearances', after)) === true
}

/** The resources that appearance streams fall back on. */
export async function resourcesOf({ pdf }: Step, at: Revision): Promise<PdfDict | undefined> {
  const form = asDict(await get(pdf, await catalogOf(pdf, at), 'AcroForm', at))
  return asDict(await get(pdf, form, 'DR', at))
}

/** The appearance streams of a widget by mode and state, as "N" or "N/Yes". */
export async function streamsOf(
  { pdf }: Step,
  widget: PdfDict | undefined,
  at: Revision,
): Promise<Map<string, PdfStream>> {
  const streams = new Map<string, PdfStream>()
  const looks = asDict(await get(pdf, widget, 'AP', at))
  for (const key of ['N', 'R', 'D']) {
    const value = await get(pdf, looks, key, at)
    const states = asStream(value) === undefined ? [...(asDict(value)?.entries ?? [])] : []
    const all: (readonly [string, PdfObject])[] = [
      [key, value],
      ...states.map(([state, stream]) => [`${key}/${state}`, stream] as const),
    ]
    for (const [path, entry] of all) {
      const stream = asStream(await resolve(pdf, entry, at))
      if (stream !== undefined) streams.set(path, stream)
    }
  }
  return streams
}
