import { readFileSync } from 'node:fs'

/** Clock ticks a second in /proc (proc_pid_stat(5)): 100 on every Linux that Node runs on. */
const TICK_MS = 10

export type Usage = { cpuMs: number; bytes: number }

/** Processor time so far and memory of its own that a process holds now; null where the system does not tell. */
export function usageOf(pid: number): Usage | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, bytes: ownBytes(pid) }
  } catch {
    // It has just ended.
    return null
  }
}

function ownBytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'latin1')
  return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024
}
