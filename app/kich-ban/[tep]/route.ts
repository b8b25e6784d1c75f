import { readFile } from 'node:fs/promises'

/** A script of an island (`lib/build/bundle.mjs`); its name says what is in it, so a browser keeps it for good. */
export async function GET(_: Request, { params }: { params: Promise<{ tep: string }> }): Promise<Response> {
  const { tep } = await params
  const script = /^[\w-]+\.js$/.test(tep) ? await readFile(`dist/islands/${tep}`).catch(() => null) : null
  if (script === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(script), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
