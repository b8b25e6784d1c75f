import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { commandOf, isAlive } from '@/lib/processes/server'

const schema = z.object({ pid: z.number(), origin: z.string() })

/** The launcher that already runs on this data folder, if it really does. */
export function runningLauncher(folder: string): z.infer<typeof schema> | null {
  const file = path.join(folder, 'launcher.json')
  if (!existsSync(file)) return null
  const noted = schema.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!noted.success || noted.data.pid === process.pid) return null
  const { pid } = noted.data
  return isAlive(pid) && commandOf(pid).includes('start.mjs') ? noted.data : null
}

/** Notes that this process runs on the folder; returns the undoing. */
export function noteLauncher(folder: string, origin: string): () => void {
  const file = path.join(folder, 'launcher.json')
  writeFileSync(file, JSON.stringify({ pid: process.pid, origin }))
  return () => {
    rmSync(file, { force: true })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off by a crash: as good as absent.
    return null
  }
}
