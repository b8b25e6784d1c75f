import { requestContext } from '@/lib/runtime/server'
import { rootsForBrowser } from '@/lib/signing/server'

/** Whom the portal trusts, for a browser that judges a file by itself. */
export async function GET(): Promise<Response> {
  const ctx = await requestContext()
  return Response.json(await rootsForBrowser(ctx), { headers: { 'cache-control': 'no-store' } })
}
