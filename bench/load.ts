import { connect, type Socket } from 'node:net'

export type Load = {
  port: number
  /** Path of each request, asked for one by one. */
  path: () => string
  headers?: () => Record<string, string>
  connections: number
  seconds: number
}

export type Measured = { perSecond: number; p95: number; bytes: number; failures: number }

type Tally = { done: number; failures: number; bytes: number; times: number[]; isOver: boolean }

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

/** Length of the answer in the buffer, which is the only one asked for; null while it is not whole. */
function answerLength(buffer: Buffer): { length: number; isGood: boolean } | null {
  const end = buffer.indexOf(HEAD_END)
  if (end < 0) return null
  const head = buffer.toString('latin1', 0, end)
  const isGood = head.startsWith('HTTP/1.1 200')
  if (/transfer-encoding: chunked/i.test(head)) {
    return buffer.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) ? { length: buffer.length, isGood } : null
  }
  const length = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  return buffer.length < length ? null : { length, isGood }
}

function headOf(load: Load): string {
  return Object.entries({ host: 'localhost', ...load.headers?.() })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

function runConnection(load: Load, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(load.port, '127.0.0.1')
    let buffer: Buffer = Buffer.alloc(0)
    let started = 0
    const ask = () => {
      if (tally.isOver) {
        socket.destroy()
        resolve()
        return
      }
      started = performance.now()
      socket.write(`GET ${load.path()} HTTP/1.1\r\n${headOf(load)}\r\n`)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk])
      const answer = answerLength(buffer)
      if (answer === null) return
      tally.done += 1
      if (!answer.isGood) tally.failures += 1
      tally.bytes = answer.length
      tally.times.push(performance.now() - started)
      buffer = buffer.subarray(answer.length)
      ask()
    })
  })
}

/** Asks over keep-alive connections, one request after the other on each, for so many seconds. */
export async function measure(load: Load): Promise<Measured> {
  const tally: Tally = { done: 0, failures: 0, bytes: 0, times: [], isOver: false }
  const started = performance.now()
  const timer = setTimeout(() => {
    tally.isOver = true
  }, load.seconds * 1000)
  await Promise.all(Array.from({ length: load.connections }, () => runConnection(load, tally)))
  clearTimeout(timer)
  const seconds = (performance.now() - started) / 1000
  const times = tally.times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  return { perSecond: tally.done / seconds, p95, bytes: tally.bytes, failures: tally.failures }
}
