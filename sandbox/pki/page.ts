import { createHash } from 'node:crypto'
import { WARNING } from './names'

const STYLE = `*{box-sizing:border-box}body{margin:0;font:1.05rem/1.55 system-ui,"Segoe UI",Roboto,sans-serif;color:#14213d;background:#eef1f6}
main{max-width:56rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}header{background:#123a5c;color:#fff;padding:.9rem 1.25rem}header p{max-width:54rem;margin:0 auto;font-weight:600}
h1{font-size:1.5rem;line-height:1.3}.note{border-left:4px solid #b07c00;background:#fff8e6;padding:.6rem .9rem}.error{border-left:4px solid #b3261e;background:#fdecea;padding:.6rem .9rem}
button{font:inherit;min-height:3rem;padding:.6rem 1rem;border:1px solid #123a5c;border-radius:.4rem;background:#fff;color:#123a5c;cursor:pointer}.main{background:#123a5c;color:#fff}
input,select{font:inherit;min-height:3rem;padding:.5rem .7rem;border:1px solid #5b6780;border-radius:.4rem;max-width:100%}
:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}code{word-break:break-all}.table{overflow-x:auto}table{border-collapse:collapse;background:#fff}th,td{text-align:left;vertical-align:top;border:1px solid #c3cbd9;padding:.4rem .6rem}dt{font-weight:600}dd{margin:0 0 .6rem;overflow-wrap:anywhere}a{color:#0b4f8a}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** No script, one style sheet; forms may end at the portal. */
export function contentSecurityPolicy(portalOrigin = ''): string {
  const forms = `'self' http://localhost:* http://127.0.0.1:* ${portalOrigin}`.trim()
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${forms}; frame-ancestors 'none'; base-uri 'none'`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const safe = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? '')

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)} – Chứng thực số (mô phỏng)</title><style>${STYLE}</style></head>
<body><header><p>Chứng thực chữ ký số (mô phỏng) – ${WARNING}</p></header><main><h1>${safe(title)}</h1>${body}</main></body></html>`
}
