import type { IncomingMessage } from 'node:http'
import { accountPaths } from '@/lib/accounts'
import { attachmentPaths } from '@/lib/attachments'
import { paths } from '@/lib/dossiers'
import { firstPart, pathPattern } from '@/lib/kernel'
import { signingPaths } from '@/lib/signing'

const KB = 1024
const MB = 1024 ** 2

/** What one kind of request may bring: bytes, and the fields or parts they may be cut into. */
export type BodyLimit = {
  bytes: number
  parts: number
  /** Read as it comes by whoever takes it; any other body has arrived whole before anybody is asked to read it. */
  isStreamed: boolean
}

type Row = BodyLimit & { methods: readonly string[]; path: RegExp; type?: RegExp }

/** Enough for every form without typed text: sign-in, language, a choice, a digest. */
export const DEFAULT_LIMIT: BodyLimit = { bytes: 64 * KB, parts: 500, isStreamed: false }

/** What a server action takes; Next is told the same. */
export const ACTION_BYTES = MB
/** The longest form has some hundred rows of a dozen questions. */
const FORM_FIELDS = 5_000

const whole = (bytes: number, parts = FORM_FIELDS) => ({ bytes, parts, isStreamed: false })
const streamed = (bytes: number) => ({ bytes, parts: Number.POSITIVE_INFINITY, isStreamed: true })
/** One file in a form: few parts, but the file may hold what looks like the end of one. */
const fileForm = (bytes: number) => ({ bytes, parts: 1_000, isStreamed: true })

const POST = ['POST']
const ID = '[\\w-]+'
/** Pages of people who are signed in, and all that lies under them. */
const OF_PEOPLE = [paths.mine(), paths.inbox(), accountPaths.officers()].map(firstPart).join('|')
/** Exactly what browsers send: a second type behind a comma would be read instead of the first. */
export const MULTIPART = /^multipart\/form-data; ?boundary=[\w'()+./:=?-]{1,70}$/
const NOT_MULTIPART = /^(?!multipart\/form-data)/

/**
 * Every request that may bring more than the default, by the path as it was sent: one written in any other way (`/./`, `%2e`,
 * a doubled slash) is none of these.
 */
export const BODY_LIMITS: readonly Row[] = [
  // Typed text and lists of ticked dossiers.
  { methods: POST, path: new RegExp(`^/(${OF_PEOPLE})(/${ID})*$`), ...whole(ACTION_BYTES) },
  { methods: POST, path: pathPattern(paths.savePage, ID, ID), ...whole(ACTION_BYTES) },
  // Signatures: an appendix of at most 4 MB as base64; over a challenge, a signature with its certificates.
  { methods: POST, path: pathPattern(paths.signedFile, '[\\w-]{36}'), ...whole(6 * MB) },
  { methods: POST, path: pathPattern(paths.signedPaper, ID, ID), ...whole(6 * MB) },
  { methods: POST, path: pathPattern(accountPaths.certificateAnswer), ...whole(256 * KB) },
  // Twelve certificates with their issuers.
  { methods: POST, path: pathPattern(signingPaths.questions), ...whole(512 * KB) },
  // Files: in pieces of 8 MB, in one form, or as the body itself. Whoever reads them refuses a little earlier, by name.
  { methods: ['PATCH'], path: pathPattern(attachmentPaths.uploads, ID), ...streamed(16 * MB) },
  { methods: POST, path: pathPattern(paths.sendDocument, ID), type: MULTIPART, ...fileForm(51 * MB) },
  { methods: POST, path: pathPattern(signingPaths.checkUpload), type: MULTIPART, ...fileForm(51 * MB) },
  { methods: POST, path: pathPattern(signingPaths.checkUpload), type: NOT_MULTIPART, ...streamed(501 * MB) },
]

/** What this request may bring. */
export function limitOf({ method = 'GET', url = '/', headers }: IncomingMessage): BodyLimit {
  const [path = ''] = url.split('?', 1)
  const type = headers['content-type'] ?? ''
  const rows = BODY_LIMITS.filter(
    (row) => row.methods.includes(method) && row.path.test(path) && row.type?.test(type) !== false,
  )
  return rows.reduce((most, row) => (row.bytes > most.bytes ? row : most), DEFAULT_LIMIT)
}
