const PIN = '246810'

/**
 * What a person does on the pages of the sandbox's signing service, without a browser: signs in as `user` or confirms, and
 * agrees or refuses. @returns what the service sends them back with
 */
export async function atRemoteService(
  address: string,
  { user, answer = 'agree' }: { user?: string; answer?: 'agree' | 'refuse' } = {},
): Promise<{ state: string; code: string | null }> {
  const body = new URLSearchParams({ answer, pin: PIN, ...(user !== undefined && { user }) })
  const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
  const location = response.headers.get('location')
  if (location === null) throw new Error(`the signing service answers ${String(response.status)}`)
  const { searchParams } = new URL(location)
  return { state: searchParams.get('state') ?? '', code: searchParams.get('code') }
}
