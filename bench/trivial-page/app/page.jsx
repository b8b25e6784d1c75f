import { headers } from 'next/headers'

/** Made anew for each request, since it looks at it. */
export default async function Page() {
  return <p>{(await headers()).get('host')}</p>
}
