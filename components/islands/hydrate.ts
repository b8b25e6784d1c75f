import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { IslandName, IslandProps, IslandView } from './islands'

/** Takes up the part called `name` that the server drew, with the properties it left beside it (`app/html-page.tsx`). */
export function hydrateIsland<N extends IslandName>(name: N, View: IslandView<N>): void {
  const place = document.querySelector(`[data-island="${name}"]`)
  const text = document.getElementById(`island-${name}`)?.textContent
  if (place === null || text == null) return
  // What stands there our own server wrote by the same type.
  const props = JSON.parse(text) as IslandProps<N>
  hydrateRoot(place, createElement<IslandProps<N>>(View, props))
}
