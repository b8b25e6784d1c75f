import { listWards } from '@/lib/agencies/server'
import { requestContext } from '@/lib/runtime/server'

/** The communes of a province, for address questions. */
export async function GET(_: Request, { params }: { params: Promise<{ tinh: string }> }): Promise<Response> {
  const { tinh } = await params
  const wards = /^\d{2}$/.test(tinh) ? await listWards(await requestContext(), tinh) : []
  const places = wards.map(({ code, name }) => ({ code, name }))
  return Response.json(places, { headers: { 'cache-control': 'public, max-age=3600' } })
}
