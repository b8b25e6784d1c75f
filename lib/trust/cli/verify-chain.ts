import { answerLine } from './chain-case'
import type { Answer } from './chain-case'

/**
 * `npm run --silent verify-chain -- --json`: one case a line on standard input, base64 DER inside:
 * `{ id, leaf, intermediates[], anchors[], crls[], ocsps[], at, checkRevocation, initialPolicySet?, initialExplicitPolicy?,
 * initialPolicyMappingInhibit?, initialAnyPolicyInhibit?, purpose?: 'any'|'tls-server'|'signing', hostname? }`;
 * one verdict `{ id, valid, reason }` a line on standard output. Purpose `any` is plain RFC 5280; a host that is given must be
 * named whatever the purpose. A malformed line is answered, never fatal. Without `--json` the verdicts are written for people.
 */

const MAX_LINE_OCTETS = 64 << 20

async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      size += end - from
      yield size > MAX_LINE_OCTETS ? undefined : Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8')
      parts = []
      size = 0
      from = end + 1
    }
    size += chunk.length - from
    if (size <= MAX_LINE_OCTETS) parts.push(chunk.subarray(from))
  }
  if (size > 0) yield size > MAX_LINE_OCTETS ? undefined : Buffer.concat(parts).toString('utf8')
}

async function answer(line: string | undefined): Promise<Answer> {
  if (line !== undefined) return answerLine(line)
  return { id: null, valid: false, reason: 'malformed-input: line too long' }
}

function words({ id, valid, reason }: Answer): string {
  return `${String(id)}: ${valid ? 'valid' : 'NOT VALID'} (${reason})`
}

const asJson = process.argv.includes('--json')
process.stdout.on('error', () => process.exit(0))
for await (const line of lines(process.stdin)) {
  if (line?.trim() === '') continue
  const result = await answer(line)
  process.stdout.write(`${asJson ? JSON.stringify(result) : words(result)}\n`)
}
