import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { IslandName, IslandProps, IslandView } from './islands'
import { takeUpAll } from './live-islands'

/** Takes up the parts called `name` that the server drew, each with the properties it left beside it (`app/html-page.tsx`). */
export function hydrateIsland<N extends IslandName>(name: N, View: IslandView<N>): void {
  // What stands there our own server wrote by the same type.
  const drawn = (props: unknown) => createElement<IslandProps<N>>(View, props as IslandProps<N>)
  takeUpAll(name, (place, props) => {
    const root = hydrateRoot(place, drawn(props))
    return (next) => {
      root.render(drawn(next))
    }
  })
}
