import { asArray, asDict, asInteger, asName, asNumber, get, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'

type Rectangle = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

const HIDDEN = 2 | 32

async function rectangleOf(pdf: Pdf, dict: PdfDict, at: Revision): Promise<Rectangle | undefined> {
  const corners: number[] = []
  const items = asArray(await get(pdf, dict, 'Rect', at)) ?? []
  for (const item of items.slice(0, 4)) corners.push(asNumber(await resolve(pdf, item, at)) ?? 0)
  const box = boxOf(corners)
  return area(box) > 0 ? box : undefined
}

function boxOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): Rectangle {
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) }
}

function area(box: Rectangle): number {
  return Math.max(0, box.right - box.left) * Math.max(0, box.top - box.bottom)
}

/** Whether an annotation can be seen: it has an area, is not hidden, and is neither a link nor a closed pop-up. */
export async function isVisible(pdf: Pdf, annotation: PdfObject, at: Revision): Promise<boolean> {
  const dict = asDict(await resolve(pdf, annotation, at))
  if (dict === undefined) return false
  const kind = asName(await get(pdf, dict, 'Subtype', at))
  const flags = asInteger(await get(pdf, dict, 'F', at)) ?? 0
  if (kind === 'Popup' || (flags & HIDDEN) !== 0) return false
  return (await rectangleOf(pdf, dict, at)) !== undefined
}

/** The greatest share (0 to 1) of an earlier annotation's area that a new one covers. */
export async function coveredShare(
  pdf: Pdf,
  at: Revision,
  added: PdfObject,
  earlier: readonly PdfObject[],
): Promise<number> {
  const dict = asDict(await resolve(pdf, added, at))
  const box = dict && (await rectangleOf(pdf, dict, at))
  let share = 0
  for (const other of box === undefined ? [] : earlier) {
    const under = asDict(await resolve(pdf, other, at))
    const old = under && (await rectangleOf(pdf, under, at))
    if (box !== undefined && old !== undefined) share = Math.max(share, area(meeting(box, old)) / area(old))
  }
  return share
}

function meeting(a: Rectangle, b: Rectangle): Rectangle {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  }
}
