import { savedAs } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { namedReport } from '../../named-report'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const named = await namedReport(await requestContext(), (await params).id)
  if (named === null) return new Response(null, { status: 404 })
  const { fileName, sha256, report } = named
  return Response.json(
    { file: fileName, sha256, ...report },
    {
      headers: {
        'content-disposition': savedAs(`Báo cáo kiểm tra chữ ký số ${fileName}.json`),
        'cache-control': 'no-store',
      },
    },
  )
}
