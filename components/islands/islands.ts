import type { ComponentProps, ReactElement } from 'react'
import { SessionTimer } from '@/components/account/session-timer'
import { PageForm } from '@/components/draft/page-form'

/** What each part of a plain HTML page is told that script takes up in the browser: what JSON can hold. */
type Islands = {
  'page-form': ComponentProps<typeof PageForm>
  'session-timer': ComponentProps<typeof SessionTimer>
}

export type IslandName = keyof Islands
export type IslandProps<N extends IslandName> = Islands[N]
export type IslandView<N extends IslandName> = (props: Islands[N]) => ReactElement

/** Each has its entry in `browser/`. */
export const ISLANDS: { readonly [N in IslandName]: IslandView<N> } = {
  'page-form': PageForm,
  'session-timer': SessionTimer,
}
