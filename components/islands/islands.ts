import type { ComponentProps, ReactElement } from 'react'
import { SessionTimer } from '@/components/account/session-timer'
import { ExplainForm } from '@/components/draft/explain-form'
import { PageForm } from '@/components/draft/page-form'
import { SubmitForm } from '@/components/draft/submit-form'
import { UploadBox } from '@/components/draft/upload-box'

/** What each part of a plain HTML page is told that script takes up in the browser: what JSON can hold. */
type Islands = {
  'explain-form': ComponentProps<typeof ExplainForm>
  'page-form': ComponentProps<typeof PageForm>
  'session-timer': ComponentProps<typeof SessionTimer>
  'submit-form': ComponentProps<typeof SubmitForm>
  'upload-box': ComponentProps<typeof UploadBox>
}

export type IslandName = keyof Islands
export type IslandProps<N extends IslandName> = Islands[N]
export type IslandView<N extends IslandName> = (props: Islands[N]) => ReactElement

/** Each has its entry in `browser/`. */
export const ISLANDS: { readonly [N in IslandName]: IslandView<N> } = {
  'explain-form': ExplainForm,
  'page-form': PageForm,
  'session-timer': SessionTimer,
  'submit-form': SubmitForm,
  'upload-box': UploadBox,
}
