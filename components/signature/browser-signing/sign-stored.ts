import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import {
  digestPrepared,
  fillGap,
  oidOf,
  prepareSignature,
  signDigest,
  SIGNING_FAULT_WORDS,
  webHashes,
} from '@/lib/pades'
import type { Box, SignaturePlan, SigningFault, TimestampAuthority } from '@/lib/pades'
import { blobSource } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import { toHex, webEngine } from '@/lib/trust'
import type { OpenedKey } from '../key/open-key'
import { base64Of, responseWords } from '../server-words'
import { sourceWithProgress } from '../source-with-progress'
import { SIGN_WORDS } from '../words'

export type Stage = { kind: 'fetching' } | { kind: 'hashing'; share: number } | { kind: 'sealing' }
/** An image on a page, fetched as pixels of four bytes each. */
export type Looks = { page: number; box: Box; width: number; height: number; pixelsFrom: string }
export type Stored = {
  href: string
  sha256: string
  postTo: string
  timestampFrom: string
  /** Given where the signature is seen on the page. It certifies nothing: over a certified page no seal could be put. */
  looks?: Looks
}

const PATIENCE_MS = 120_000
const TIMESTAMP_PATIENCE_MS = 15_000

/** The server's own words, in the language of the page. */
const sameInBothLanguages = (words: string): Text => ({ vi: words, en: words })
const faultWords = ({ code, detail }: SigningFault): Text =>
  code === 'timestamp-failed' && detail.endsWith('.') ? sameInBothLanguages(detail) : SIGNING_FAULT_WORDS[code]

/**
 * Signs a stored file on this device at level T: fetches the very bytes, digests them, makes sure they are the ones that
 * were shown, signs, and sends only what is to be appended.
 */
export async function signStored(
  stored: Stored,
  key: OpenedKey,
  onStage: (stage: Stage) => void,
): Promise<Result<null, Text>> {
  try {
    onStage({ kind: 'fetching' })
    const answer = await fetch(stored.href)
    if (!answer.ok) return err(hasWords(answer) ? await responseWords(answer) : SIGNING_FAULT_WORDS['base-changed'])
    const source = sourceWithProgress(blobSource(await answer.blob()), (share) => {
      onStage({ kind: 'hashing', share })
    })
    const appendix = await appendixFor(source, stored, key, onStage)
    return appendix.ok
      ? await send(stored, { ...appendix.value, baseSize: source.size })
      : err(faultWords(appendix.error))
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return err(SIGN_WORDS.connection)
    throw error
  }
}

/** Whether the portal says itself why the bytes cannot be had. */
const hasWords = ({ headers }: Response) => headers.get('content-type')?.includes('json') === true

type Appendix = { appendix: Uint8Array; baseSha256: string }

async function appendixFor(
  source: ByteSource,
  { sha256, timestampFrom, looks }: Stored,
  { signer, name }: OpenedKey,
  onStage: (stage: Stage) => void,
): Promise<Result<Appendix, SigningFault>> {
  const unique = crypto.getRandomValues(new Uint8Array(16))
  const shown = looks === undefined ? {} : await appearing(looks)
  const plan = { kind: 'signature', unique, at: new Date(), signerName: name, ...shown } as const
  const prepared = await prepareSignature(source, plan)
  if (!prepared.ok) return prepared
  const digest = await digestPrepared(source, prepared.value, webHashes, oidOf(signer.algorithm.digest))
  if (!digest.ok) return digest
  const baseSha256 = toHex(digest.value.base)
  // What was shown is what is signed: nothing is signed when other bytes came.
  if (baseSha256 !== sha256) return err({ code: 'base-changed', detail: baseSha256 })
  onStage({ kind: 'sealing' })
  const contents = await signDigest(digest.value.signed, { signer, authority: authorityAt(timestampFrom) }, webEngine)
  const appendix = contents.ok ? fillGap(prepared.value, contents.value) : contents
  return appendix.ok ? ok({ appendix: appendix.value, baseSha256 }) : appendix
}

async function appearing({
  page,
  box,
  width,
  height,
  pixelsFrom,
}: Looks): Promise<Pick<SignaturePlan, 'page' | 'appearance'>> {
  const answer = await fetch(pixelsFrom)
  if (!answer.ok) throw new TypeError('no image of the signature')
  const rgba = new Uint8Array(await answer.arrayBuffer())
  return { page, appearance: { box, picture: { width, height, rgba } } }
}

function authorityAt(url: string): TimestampAuthority {
  return {
    async stamp(digest) {
      const signal = AbortSignal.timeout(TIMESTAMP_PATIENCE_MS)
      const answer = await fetch(url, { method: 'POST', body: Uint8Array.from(digest), signal })
      if (!answer.ok) throw new Error((await responseWords(answer)).vi)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

async function send({ postTo }: Stored, signed: Appendix & { baseSize: number }): Promise<Result<null, Text>> {
  const body = JSON.stringify({ ...signed, appendix: base64Of(signed.appendix) })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(postTo, { method: 'POST', body, headers, signal: AbortSignal.timeout(PATIENCE_MS) })
  return answer.ok ? ok(null) : err(await responseWords(answer))
}
