import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { decoderPool, POOL_LIMITS } from '@/lib/adapters/decoder/pool'
import type { PoolLimits } from '@/lib/adapters/decoder/pool'
import type { Decoder } from '@/lib/ports'

/** The program that decodes, as the portal starts it, made from the sources as they are now. */
export async function decoderProgram(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: ['lib/decoding/main.ts'], bundle: true, packages: 'external', write: false },
    ...{ platform: 'node', format: 'esm', target: 'node20' },
  })
  const text = outputFiles[0]?.text ?? ''
  const file = path.join('dist', `decoder-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.mjs`)
  if (existsSync(file)) return file
  mkdirSync('dist', { recursive: true })
  const aside = `${file}.${String(process.pid)}-${String(performance.now())}`
  writeFileSync(aside, text)
  renameSync(aside, file)
  return file
}

let shared: Promise<Decoder> | undefined

/** One pool for all tests of a file, brought up by the first that needs it. */
export function testDecoder(limits: PoolLimits = POOL_LIMITS): Decoder {
  const pool = () => (shared ??= decoderProgram().then((program) => decoderPool(program, limits)))
  return {
    inspect: async (file) => (await pool()).inspect(file),
    draw: async (file, request) => (await pool()).draw(file, request),
  }
}
