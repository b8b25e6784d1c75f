import { createElement } from 'react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import type { IslandName, IslandProps } from './islands'
import { ISLANDS } from './islands'

/**
 * What draws pages as plain HTML. It is bundled as a program of its own (`lib/build/bundle.mjs`) and loaded by `app/html-page.tsx`:
 * inside Next's pages React cannot be asked for HTML, and parts with script exist there by reference only.
 */

/** A whole page, with its doctype; what stands in it must not be asynchronous and use no hooks. */
export function renderPage(page: ReactElement): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`
}

/** A part that script takes up in the browser (`hydrateIsland`). */
export function renderIsland<N extends IslandName>(name: N, props: IslandProps<N>): string {
  return renderToString(createElement<IslandProps<N>>(ISLANDS[name], props))
}
