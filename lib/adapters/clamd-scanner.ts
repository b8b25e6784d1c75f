import { connect, type Socket } from 'node:net'
import type { Scanner, ScanVerdict } from '@/lib/ports'

export type ClamdAddress = { host: string; port: number } | { path: string }

/** clamd answers a refused stream and hangs up; without an answer in this time it counts as down. */
const SILENCE_MS = 60_000
const CHUNK = 64 * 1024

/**
 * clamd by its INSTREAM command (clamd(8)): chunks with a four-byte length before each, a zero length at the end.
 * Throws when clamd cannot be reached, hangs up, or refuses the stream, so that the file stays in quarantine.
 */
export function clamdScanner(address: ClamdAddress): Scanner {
  return {
    isPresent: true,
    async scan(source) {
      const socket = connect(address)
      socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd does not answer')))
      const answer = answerOf(socket)
      try {
        await Promise.race([sendAll(socket, source), answer])
        return verdictOf(await answer)
      } finally {
        socket.destroy()
      }
    },
  }
}

async function sendAll(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of source) {
    for (let start = 0; start < piece.byteLength; start += CHUNK) {
      const chunk = piece.subarray(start, start + CHUNK)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.byteLength)
      await write(socket, Buffer.concat([length, chunk]))
    }
  }
  await write(socket, Buffer.alloc(4))
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error) reject(new Error(`clamd took no more: ${error.message}`, { cause: error }))
      else resolve()
    })
  })
}

function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.once('error', (error) => {
      // A refusal is followed by a reset of the connection; what was said before it counts.
      if (parts.length > 0) resolve(Buffer.concat(parts).toString('utf8'))
      else reject(new Error(`clamd cannot be asked: ${error.message}`, { cause: error }))
    })
    socket.once('close', () => {
      resolve(Buffer.concat(parts).toString('utf8'))
    })
  })
  // Awaited later; until then a failure is nobody's surprise.
  answer.catch(() => undefined)
  return answer
}

function verdictOf(answer: string): ScanVerdict {
  const reply = answer.replaceAll('\0', '').trim()
  if (reply === 'stream: OK') return { status: 'clean' }
  const match = /^stream: (.+) FOUND$/.exec(reply)
  if (match?.[1] !== undefined) return { status: 'infected', signature: match[1] }
  throw new Error(reply === '' ? 'clamd hung up without an answer' : `clamd: ${reply}`)
}
