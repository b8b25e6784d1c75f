import type { IncomingMessage } from 'node:http'
import { setImmediate as oneTurn, setTimeout as pause } from 'node:timers/promises'
import { type BodyLimit, MULTIPART } from './body-limits'

type RefuseBody = (fault: BodyFault) => Promise<number>
export type BodyFault = 'request-too-large' | 'request-too-slow'

/** The slowest line a body is waited for on: 8 KB a second, after half a minute's grace. */
const GRACE_MS = 30_000
const BYTES_PER_MS = 8

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Watches a request's body from its first byte, so it must be called before anything is waited for. Resolves with true once the
 * request may be handed on: at once where the body is read as it comes, else when all of it is there. What exceeds its limit is
 * told to `refuse`; until that is done no more is taken in, and from then on it is thrown away as it arrives, as fast as `refuse` says
 * (bytes a second): nobody reads it. Where somebody reads already, the connection is cut.
 */
export function receiveBody(request: IncomingMessage, limit: BodyLimit, refuse: RefuseBody): Promise<boolean> {
  if (!hasBody(request)) return Promise.resolve(true)
  const isStatedTooLarge = Number(request.headers['content-length']) > limit.bytes
  return limit.isStreamed && !isStatedTooLarge
    ? cutWhenExceeded(request, limit)
    : takenInWhole(request, limit, { refuse, isStatedTooLarge })
}

function cutWhenExceeded(request: IncomingMessage, limit: BodyLimit): Promise<boolean> {
  const isWithin = meter(request, limit)
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk === null || isWithin(chunk)) return push(chunk, encoding)
    request.destroy()
    return false
  }
  return Promise.resolve(true)
}

function takenInWhole(
  request: IncomingMessage,
  limit: BodyLimit,
  { refuse, isStatedTooLarge }: { refuse: RefuseBody; isStatedTooLarge: boolean },
): Promise<boolean> {
  return new Promise((resolve) => {
    let isRefused = false
    let isHeld = false
    const fail = (fault: BodyFault) => {
      if (isRefused) return
      isRefused = true
      isHeld = true
      resolve(false)
      void refuse(fault).then((bytesPerSecond) => {
        isHeld = false
        return takeTheRest(request, bytesPerSecond)
      })
    }
    const wait = setTimeout(fail, GRACE_MS + limit.bytes / BYTES_PER_MS, 'request-too-slow')
    const settle = (isWhole: boolean) => {
      clearTimeout(wait)
      resolve(isWhole)
    }
    const isWithin = meter(request, limit)
    const push = request.push.bind(request)
    request.push = (chunk: Buffer | null, encoding) => {
      if (chunk === null) settle(!isRefused)
      else if (!isRefused && !isWithin(chunk)) fail('request-too-large')
      if (chunk === null || !isRefused) push(chunk, encoding)
      // Nobody reads yet, and still it is all to come.
      return !isHeld
    }
    request.once('close', () => {
      settle(false)
    })
    if (isStatedTooLarge) fail('request-too-large')
  })
}

const LEAST_PAUSE_MS = 50

/** Lets the rest of a body come, on average so many bytes a second: a look at what is there, then a pause as long as that deserves. */
async function takeTheRest(request: IncomingMessage, bytesPerSecond: number): Promise<void> {
  const { socket } = request
  request.resume()
  while (!request.complete && !socket.destroyed && bytesPerSecond !== Number.POSITIVE_INFINITY) {
    const before = socket.bytesRead
    await oneTurn()
    socket.pause()
    await pause(Math.max(LEAST_PAUSE_MS, ((socket.bytesRead - before) / bytesPerSecond) * 1_000))
    socket.resume()
  }
}

/** Counts bytes, and what they are cut into, chunk by chunk; false from the first chunk that is too much. */
function meter({ headers }: IncomingMessage, { bytes, parts }: BodyLimit): (chunk: Buffer) => boolean {
  const isMultipart = MULTIPART.test(headers['content-type'] ?? '')
  const delimiters = delimiterCount()
  let size = 0
  let pieces = 0
  return (chunk) => {
    size += chunk.byteLength
    if (size > bytes) return false
    if (parts !== Number.POSITIVE_INFINITY) pieces += delimiters(chunk) + (isMultipart ? 0 : ampersands(chunk))
    return pieces <= parts
  }
}

const AMPERSAND = '&'.charCodeAt(0)

function ampersands(chunk: Buffer): number {
  let count = 0
  for (const byte of chunk) if (byte === AMPERSAND) count += 1
  return count
}

const DELIMITER = Buffer.from('\r\n--')

/** Whatever the boundary, a delimiter begins like this (RFC 2046, 5.1.1); it may be cut by the end of a chunk. */
function delimiterCount(): (chunk: Buffer) => number {
  const reach = DELIMITER.length - 1
  let tail: Buffer = Buffer.alloc(0)
  return (chunk) => {
    // Across the cut only what may belong to one delimiter is put together: a chunk is not copied to be looked through.
    const seam = Buffer.concat([tail, chunk.subarray(0, reach)])
    const count = countIn(seam) + countIn(chunk)
    tail = chunk.byteLength >= reach ? chunk.subarray(-reach) : seam.subarray(-reach)
    return count
  }
}

function countIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(DELIMITER); at >= 0; at = bytes.indexOf(DELIMITER, at + DELIMITER.length)) count += 1
  return count
}
