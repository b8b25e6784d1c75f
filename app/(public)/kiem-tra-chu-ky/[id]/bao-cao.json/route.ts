import { requestContext } from '@/lib/runtime/server'
import { askedReport } from '@/lib/signing/server'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = await askedReport(await requestContext(), (await params).id)
  if (asked === null) return new Response(null, { status: 404 })
  const { fileName, sha256, report } = asked
  return Response.json(
    { file: fileName, sha256, ...report },
    { headers: { 'content-disposition': 'attachment; filename="bao-cao-chu-ky.json"', 'cache-control': 'no-store' } },
  )
}
