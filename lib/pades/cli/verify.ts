import { parseArgs } from 'node:util'
import type { Anchor } from '@/lib/trust'
import { nodeEngine } from '../node-engine'
import { openFileSource } from '../node-file'
import { nodeHashes } from '../node-hash'
import { validatePdf } from '../validate'
import { FAULT_WORDS } from '../words'
import { asJson, asText } from './present'
import { readTrustFolder } from './trust-folder'

const USAGE = 'verify [--json] [--trust DIR] [--at ISO-TIME] FILE...'

type Settings = { json: boolean; at: Date; anchors: readonly Anchor[] }

async function judge(file: string, { at, anchors, json }: Settings): Promise<string> {
  const refusalText = (code: string, words: { vi: string; en: string }) =>
    json
      ? JSON.stringify({ file, error: { code, ...words }, signatures: [] })
      : `${file}\n  ${words.vi} (${words.en}) [${code}]`
  let source
  try {
    source = await openFileSource(file)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refusalText('unreadable', {
      vi: `Không đọc được tệp: ${message}`,
      en: `The file cannot be read: ${message}`,
    })
  }
  try {
    const result = await validatePdf({ source, at, anchors, engine: nodeEngine, hashes: nodeHashes })
    if (!result.ok) return refusalText(result.error.code, FAULT_WORDS[result.error.code])
    return json ? JSON.stringify(asJson(file, result.value)) : asText(file, result.value)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refusalText('internal', { vi: `Lỗi nội bộ: ${message}`, en: `Internal error: ${message}` })
  } finally {
    await source.close()
  }
}

type Options = { readonly settings: Settings; readonly files: readonly string[] }

/** What the command line asks for; throws an `Error` that says what is wrong with it. */
async function readOptions(): Promise<Options> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, trust: { type: 'string' }, at: { type: 'string' } },
  })
  const at = values.at === undefined ? new Date(performance.timeOrigin) : new Date(values.at)
  if (Number.isNaN(at.getTime())) throw new Error(`--at: "${values.at ?? ''}" is no ISO time`)
  if (positionals.length === 0) throw new Error('no file is named')
  const anchors = values.trust === undefined ? [] : await readTrustFolder(values.trust)
  return { settings: { json: values.json, at, anchors }, files: positionals }
}

async function main(): Promise<void> {
  let options
  try {
    options = await readOptions()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`)
    process.exitCode = 2
    return
  }
  process.stdout.on('error', () => process.exit(0))
  for (const file of options.files) process.stdout.write(`${await judge(file, options.settings)}\n`)
}

await main()
