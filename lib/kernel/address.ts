type Part = string | number

/** One for each `[part]` of a route; as many as there are for `[...rest]` and `[[...rest]]`. */
type PartsOf<Route extends string, Found extends Part[] = []> = Route extends `${string}[${infer Name}]${infer After}`
  ? Name extends `${'[' | ''}...${string}`
    ? [...Found, ...Part[]]
    : PartsOf<After, [...Found, Part]>
  : Found

/** Fills in the parts of a route, encoded, in their order; `route` is the route as the folders of `app/` spell it. */
export type Address<Route extends string = string> = {
  (...parts: PartsOf<Route>): string
  readonly route: Route
}

const REST = /\/\[{1,2}\.{3}.*$/
const PART = /\[[^\]]+\]/

const encoded = (part: Part | undefined) => encodeURIComponent(String(part ?? ''))

/** An address of the portal, by its route: `address('/ho-so/[id]')('1') === '/ho-so/1'`. Spelled in the `paths.ts` of its module alone. */
export function address<const Route extends string>(route: Route): Address<Route>
export function address(route: string) {
  const [first = '', ...texts] = route.replace(REST, '').split(PART)
  const filled = (...parts: readonly Part[]) => {
    const rest = parts.slice(texts.length).map((part) => `/${encoded(part)}`)
    return first + texts.map((text, i) => encoded(parts[i]) + text).join('') + rest.join('')
  }
  return Object.assign(filled, { route })
}

/** The paths of an address whose parts look like this: a regular expression for each of them, in their order. */
export function pathPattern({ route }: { route: string }, ...parts: readonly string[]): RegExp {
  const [first = '', ...texts] = route.replace(REST, '').replaceAll('.', '\\.').split(PART)
  const rest = parts.slice(texts.length).map((part) => `/${part}`)
  return new RegExp(`^${first}${texts.map((text, i) => `${parts[i] ?? ''}${text}`).join('')}${rest.join('')}$`)
}

/** `ho-so` of `/ho-so/1?a=b`: what tells the parts of the portal from each other. */
export const firstPart = (path: string): string => /^\/([^/?#]*)/.exec(path)?.[1] ?? ''
