import { savedAs } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { reportPdf } from '@/lib/signing/server'
import { namedReport } from '../../named-report'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const named = await namedReport(await requestContext(), (await params).id)
  if (named === null) return new Response(null, { status: 404 })
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': savedAs(`Báo cáo kiểm tra chữ ký số ${named.fileName}.pdf`),
    'cache-control': 'no-store',
  }
  return new Response(Buffer.from(await reportPdf(named)), { headers })
}
