/** Draws a part again, with other properties. */
export type Redraw = (props: unknown) => void
/** Takes a part up where the server drew it. */
export type TakeUp = (place: Element, props: unknown) => Redraw

const kinds = new Map<string, TakeUp>()
const live = new WeakMap<Element, Redraw>()

export const nameOfIsland = (node: Node): string | null =>
  node instanceof HTMLElement ? (node.dataset['island'] ?? null) : null

/** What the server told a part stands beside it (`app/html-page.tsx`). */
const propsOf = (place: Element): unknown => JSON.parse(place.nextElementSibling?.textContent ?? 'null')

function takeUpAt(place: Element, takeUp: TakeUp): void {
  live.set(place, takeUp(place, propsOf(place)))
}

/** Takes up every part called `name` on the page, and from now on those that come. */
export function takeUpAll(name: string, takeUp: TakeUp): void {
  kinds.set(name, takeUp)
  for (const place of document.querySelectorAll(`[data-island="${name}"]`)) takeUpAt(place, takeUp)
}

/** Draws every part with what stands beside it by now; one that has come is taken up. False where that lacks its script. */
export function redrawIslands(): boolean {
  return [...document.querySelectorAll('[data-island]')].every((place) => {
    const redraw = live.get(place)
    const takeUp = kinds.get(nameOfIsland(place) ?? '')
    if (redraw !== undefined) redraw(propsOf(place))
    else if (takeUp !== undefined) takeUpAt(place, takeUp)
    return redraw !== undefined || takeUp !== undefined
  })
}
