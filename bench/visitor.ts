export type Page = { url: string; status: number; html: string }

/** A browser without script: keeps cookies by site, follows redirects, sends forms as they stand in the page, notes how long each request took. */
export function visitor(address: string) {
  const jars = new Map<string, Map<string, string>>()
  const timings: { url: string; milliseconds: number }[] = []

  function jarOf(url: string): Map<string, string> {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }

  function keep(url: string, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0|1970/i.test(line)) jarOf(url).delete(name)
    else jarOf(url).set(name, value)
  }

  const cookie = (url: string) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')

  /** `signal` ends the request. */
  async function send(url: string, body?: FormData | URLSearchParams, signal?: AbortSignal): Promise<Page> {
    const headers = { cookie: cookie(url), 'x-forwarded-for': address, origin: new URL(url).origin }
    const options = { redirect: 'manual', headers, ...(signal && { signal }) } as const
    const began = performance.now()
    const response = await fetch(url, { ...options, ...(body && { method: 'POST', body }) })
    for (const line of response.headers.getSetCookie()) keep(url, line)
    const location = response.headers.get('location')
    const html = await response.text()
    timings.push({ url, milliseconds: performance.now() - began })
    return location === null
      ? { url, status: response.status, html }
      : send(new URL(location, url).href, undefined, signal)
  }

  return { open: (url: string, signal?: AbortSignal) => send(url, undefined, signal), send, cookie, address, timings }
}
export type Visitor = ReturnType<typeof visitor>

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

type Entry = readonly [name: string, value: string]

/** What an input would send as it stands: nothing when it has no name, is a file, or is not ticked. */
function inputsIn(html: string): Entry[] {
  return (html.match(/<input\b[^>]*>/g) ?? []).flatMap((tag): Entry[] => {
    const name = attribute(tag, 'name')
    const kind = attribute(tag, 'type')
    const isUnticked = (kind === 'radio' || kind === 'checkbox') && !/\schecked/.test(tag)
    return name === undefined || kind === 'file' || isUnticked ? [] : [[name, attribute(tag, 'value') ?? '']]
  })
}

function selectsIn(html: string): Entry[] {
  return (html.match(/<select\b[\s\S]*?<\/select>/g) ?? []).flatMap((select): Entry[] => {
    const name = attribute(select, 'name')
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(select)?.[0] ?? ''
    return name === undefined ? [] : [[name, attribute(chosen, 'value') ?? '']]
  })
}

/** The form of the page that holds `mark`: where it goes and what it would send untouched. */
export function formIn(page: Page, mark: string): { action: string; body: FormData } {
  const forms = page.html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const html = forms.find((form) => form.includes(mark))
  if (html === undefined) throw new Error(`${page.url} (${String(page.status)}) has no form with ${mark}`)
  const body = new FormData()
  for (const [name, value] of [...inputsIn(html), ...selectsIn(html)]) body.append(name, value)
  const action = attribute(html.slice(0, html.indexOf('>') + 1), 'action') ?? ''
  return { action: action === '' ? page.url : new URL(action, page.url).href, body }
}

/** From the sign-in page through the identity provider and back to `tiep`, as the person with this `sub`. */
export async function signIn(who: Visitor, origin: string, sub: string, tiep: string): Promise<Page> {
  const form = formIn(await who.open(`${origin}/dang-nhap?tiep=${encodeURIComponent(tiep)}`), 'name="tiep"')
  const choice = await who.send(form.action, form.body)
  return who.send(`${choice.url}/chon`, new URLSearchParams({ nguoi: sub }))
}

/** Confirms with the one-time code, which the identity provider's page itself shows, and comes back. */
export async function confirmIdentity(who: Visitor, page: Page): Promise<Page> {
  const form = formIn(page, 'xac-thuc-lai')
  const codePage = await who.send(form.action, form.body)
  const code = /data-code[^>]*>\s*(\d{6})/.exec(codePage.html)?.[1]
  if (code === undefined) throw new Error(`${codePage.url} shows no code`)
  return who.send(`${codePage.url}/ma`, new URLSearchParams({ ma: code }))
}
