import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { gridHeic } from '@/lib/testing/hostile/heic-file'
import { denseTiling } from '@/lib/testing/hostile/pattern-families'
import * as pdf from '@/lib/testing/hostile/pdf-families'
import { isAccepted, upload } from './applicant'
import type { Page, Visitor } from './visitor'

/** An account that sends; `at` counts the accounts. */
export type Attacker = { who: Visitor; draft: string; at: number }
/** What one account does over and over, until `signal` ends it. */
export type Strike = (attacker: Attacker & { signal: AbortSignal }) => Promise<unknown>
export type Attack = { name: string; prepare(): Promise<Strike> }

const MEGABYTE = 1024 ** 2
/** As many pixels as are taken, kept whole in memory to be decoded. */
const LARGE = { create: { width: 12_600, height: 9_444, channels: 3, background: '#6a4' } } as const

/** The same file with other bytes at its end, so that what was found before does not answer for it. */
const unlike = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from(`\n%${randomBytes(8).toString('hex')}`)])

/** Those first that leave nothing waiting: files are still being opened when the next family begins. */
export const ATTACKS: readonly Attack[] = [
  {
    name: '40 MB of text to the language switch',
    prepare: () => bodies('/tuy-chon', 'application/x-www-form-urlencoded', 'ngon-ngu=vi&a=', 40),
  },
  {
    name: '45 MB to the certificate sign-in',
    prepare: () => bodies('/api/dang-nhap/chung-thu', 'application/json', '{"challenge":"', 45),
  },
  {
    name: 'PDFs that take for ever',
    prepare: () =>
      files([
        pdf.nestedForms(40, 2),
        pdf.fieldTree(),
        pdf.shadings(),
        pdf.nestedFonts(),
        pdf.longContent(5_000_000),
        denseTiling(),
      ]),
  },
  {
    name: 'PDFs that take all memory',
    prepare: () => files([pdf.nestedForms(12, 10), pdf.hugeImage(), pdf.deepPages(), pdf.widePages(200_000)]),
  },
  { name: 'pictures of 119 megapixels', prepare: largePictures },
]

async function largePictures() {
  const picture = sharp({ ...LARGE, limitInputPixels: false })
  const jpeg = await picture.jpeg({ progressive: true, quality: 50, chromaSubsampling: '4:4:4' }).toBuffer()
  return files([jpeg, gridHeic(31, 32)])
}

/** Sends a file, then looks at it, as its own page would. */
function files(kinds: readonly Uint8Array[]): Promise<Strike> {
  let sent = 0
  return Promise.resolve(async ({ who, draft, at, signal }) => {
    const bytes = kinds[(at + sent++) % kinds.length] ?? Buffer.alloc(0)
    const file = new File([new Uint8Array(unlike(bytes))], `tep-${String(sent)}`)
    const page = await upload(who, { draft, requirement: 'GPLX', signal }, file)
    if (isAccepted(page)) await Promise.all(picturesIn(page).map((address) => who.open(address, signal)))
  })
}

function picturesIn({ url, html }: Page): string[] {
  const pictures = [...html.matchAll(/\ssrc="([^"]*\/trang\/0[^"]*)"/g)].map(
    ([, address = '']) => new URL(address, url).href,
  )
  return pictures.flatMap((address) => [address, address.replace(/rong=\d+/, 'rong=1240')])
}

function bodies(path: string, type: string, head: string, megabytes: number): Promise<Strike> {
  const body = new Blob([head, Buffer.alloc(megabytes * MEGABYTE, 'a')], { type })
  return Promise.resolve(async ({ who, draft, signal }) => {
    const { origin } = new URL(draft)
    const headers = { 'content-type': type, cookie: who.cookie(origin), 'x-forwarded-for': who.address, origin }
    // It may be cut off in the middle of what it sends.
    await fetch(`${origin}${path}`, { method: 'POST', body, headers, redirect: 'manual', signal }).catch(
      () => undefined,
    )
  })
}
