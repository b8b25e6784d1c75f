import { createPrivateKey, sign } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parseTimestampResponse, readPkcs12, timestampRequest } from '@/lib/cms'
import type { Signer, TimestampAuthority } from '@/lib/pades'
import { signPdf } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import { bytesSource } from '@/lib/pdf'
import type { TestPki } from './pki'

/** One page with one line of text, always the same bytes for the same line. */
export async function aPdf(line = 'Don de nghi'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([595, 842]).drawText(line, { x: 60, y: 760, size: 18 })
  return document.save({ useObjectStreams: false })
}

/** Which demo certificate signs, its password, whether the time is to be proven, and whether its issuers are left out. */
export type SigningWish = { holder: string; password: string; at: Date; isStamped?: boolean; isAlone?: boolean }

/** The PDF signed with a PKCS#12 of the test authorities; what is given stays the first part of what comes back. */
export async function aSignedPdf(pki: TestPki, pdf: Uint8Array, wish: SigningWish): Promise<Uint8Array> {
  const whole = await signerOf(await pki.file(`/p12/${wish.holder}.p12`), wish.password)
  const signer = wish.isAlone === true ? { ...whole, chain: [] } : whole
  const unique = crypto.getRandomValues(new Uint8Array(16))
  const done = await signPdf(
    {
      ...{ source: bytesSource(pdf), plan: { unique, at: wish.at }, signer },
      ...(wish.isStamped ? { authority: authorityOf(pki) } : {}),
    },
    { engine: nodeEngine, hashes: nodeHashes },
  )
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.detail}`)
  return new Uint8Array(Buffer.concat([pdf, done.value.appendix]))
}

export async function signerOf(p12: Uint8Array, password: string): Promise<Signer> {
  const opened = await readPkcs12(p12, password)
  const own = opened.ok ? opened.value.keys.find(({ certificate }) => certificate !== undefined) : undefined
  if (own?.certificate === undefined) throw new Error(opened.ok ? 'no key with a certificate' : opened.error.code)
  const key = createPrivateKey({ key: Buffer.from(own.pkcs8), format: 'der', type: 'pkcs8' })
  const scheme = key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa-pkcs1'
  return {
    ...{ certificate: own.certificate, chain: own.chain, algorithm: { scheme, digest: 'SHA-256' } },
    sign: (_, message) => Promise.resolve(new Uint8Array(sign('sha256', message, key))),
  }
}

function authorityOf(pki: TestPki): TimestampAuthority {
  return {
    async stamp(digest) {
      const nonce = crypto.getRandomValues(new Uint8Array(8))
      const request = timestampRequest({ digest, algorithm: 'SHA-256', nonce })
      const answer = await fetch(`${pki.origin}/tsa`, { method: 'POST', body: Buffer.from(request) })
      const token = parseTimestampResponse(new Uint8Array(await answer.arrayBuffer()))
      if (!token.ok) throw new Error(token.error.message)
      return token.value
    },
  }
}
