import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import type { IslandName, IslandProps } from '@/components/islands/islands'
import type * as Renderer from '@/components/islands/render'
import { DESCRIPTION, ICON, THEME_COLORS } from '@/components/layout/document-head'
import { Frame } from '@/components/layout/frame'
import { StatePage } from '@/components/layout/state-page'
import { islandScript } from '@/lib/pages'
import { recordFailure, requestCookies, requestHeaders, requestVisit } from '@/lib/runtime/server'
import { version } from '../package.json'
import { errorResponse } from './error-response'
import { SeeOther } from './see-other'
import { NotAForm } from './sent-form'
import { signInHrefOf } from './session-layout'
import { viewerOf } from './viewer'

/* Pages of a person as plain HTML, drawn by a route: why and how, `components/islands/README.md` says. */

export type Visit = Awaited<ReturnType<typeof requestVisit>>

/** The program that draws; in development as it is by now. */
async function renderer(): Promise<typeof Renderer> {
  const file = path.resolve('dist/html-pages.mjs')
  const address = pathToFileURL(file)
  if (process.env.NODE_ENV === 'development') address.searchParams.set('v', String(statSync(file).mtimeMs))
  return import(/* turbopackIgnore: true */ address.href) as Promise<typeof Renderer>
}

const scriptLists = z.record(z.string(), z.tuple([z.string()], z.string()))
let cachedLists: z.infer<typeof scriptLists> | null = null

function scriptsOf(name: IslandName): string[] {
  if (cachedLists === null || process.env.NODE_ENV === 'development')
    cachedLists = scriptLists.parse(JSON.parse(readFileSync('dist/islands/list.json', 'utf8')))
  return (cachedLists[name] ?? []).map((file) => islandScript(file))
}

/** The islands of the page that is being drawn: their scripts stand in its head, each once. */
const islandsOfPage = new AsyncLocalStorage<Set<IslandName>>()

/** A part of a page that script takes up in the browser: drawn here, with its properties beside it. There may be several of a name. */
export async function island<N extends IslandName>(name: N, props: IslandProps<N>): Promise<ReactNode> {
  const { renderIsland } = await renderer()
  islandsOfPage.getStore()?.add(name)
  const text = JSON.stringify(props).replaceAll('<', '\\u003c')
  return (
    <>
      <div data-island={name} dangerouslySetInnerHTML={{ __html: renderIsland(name, props) }} />
      <script type="application/json" dangerouslySetInnerHTML={{ __html: text }} />
    </>
  )
}

/** Behind styles and fonts: the page is read, and its forms work, before there is script. */
function Scripts({ nonce }: { nonce: string | undefined }) {
  const lists = [...(islandsOfPage.getStore() ?? [])].map(scriptsOf)
  const chunks = new Set(lists.flatMap(([, ...shared]) => shared))
  return (
    <>
      {[...chunks].map((chunk) => (
        <link key={chunk} rel="modulepreload" href={chunk} nonce={nonce} fetchPriority="low" />
      ))}
      {lists.map(([entry]) => (
        <script key={entry} defer type="module" src={entry} nonce={nonce} fetchPriority="low" />
      ))}
    </>
  )
}

/** Warns before the session idles out: on a page where something may be typed. */
export async function sessionTimer({ session, actor, locale }: Visit): Promise<ReactNode> {
  if (!session) return null
  const [warnAt, idleEndsAt] = [session.warnAt.getTime(), session.idleEndsAt.getTime()]
  return island('session-timer', { locale, warnAt, idleEndsAt, signInHref: signInHrefOf(actor) })
}

/** The answer with this page inside the frame that all pages have. */
export async function htmlPage(visit: Visit, view: ReactNode, status = 200): Promise<Response> {
  const [{ renderPage }, jar, headers] = await Promise.all([renderer(), requestCookies(), requestHeaders()])
  const viewer = viewerOf(visit, jar.get('co-chu')?.value, headers.get('x-path') ?? '')
  const sheets = (headers.get('x-stylesheets') ?? '').split(' ').filter((href) => href !== '')
  const html = renderPage(
    <html lang={viewer.locale} data-size={viewer.size}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {sheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {THEME_COLORS.map(({ media, color }) => (
          <meta key={media} name="theme-color" media={media} content={color} />
        ))}
        <meta name="description" content={DESCRIPTION} />
        <link rel="icon" href={ICON} />
        <Scripts nonce={headers.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <Frame viewer={viewer} version={version}>
          {view}
        </Frame>
      </body>
    </html>,
  )
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
    },
  })
}

/** The page that says there is none. */
export const notFoundPage = (visit: Visit): Promise<Response> =>
  htmlPage(visit, <StatePage state="not-found" locale={visit.locale} />, 404)

/** Where a browser that sent a form goes on. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })

/** Draws a page; what fails on the way is recorded and shown as the page for faults. */
export async function drawn(draw: (visit: Visit) => Promise<Response>): Promise<Response> {
  const visit = await requestVisit()
  try {
    return await islandsOfPage.run(new Set(), () => draw(visit))
  } catch (error) {
    if (error instanceof SeeOther) return seeOther(error.location)
    if (error instanceof NotAForm) return errorResponse(visit, { code: 'invalid-input' })
    unstable_rethrow(error)
    recordFailure(visit, error)
    return htmlPage(visit, <StatePage state="failed" locale={visit.locale} />, 500)
  }
}
