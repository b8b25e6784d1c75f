import { readdirSync, readFileSync } from 'node:fs'

const KILOBYTES_A_MEGABYTE = 1024

/**
 * Megabytes that a process and all its descendants hold: their proportional set size, in which a page several share is
 * counted once (Linux).
 */
export function memoryOf(pid: number): number {
  return familyOf(pid).reduce((sum, member) => sum + proportional(member), 0) / KILOBYTES_A_MEGABYTE
}

/** A process and all its descendants. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const family = new Set([pid])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family]
}

/** Megabytes resident in the two processes that serve pages, of a stack that the process `pid` started (Linux). */
export function residentInPortal(pid: number): number {
  const serving = familyOf(pid).filter((member) =>
    /dist\/(portal|application)\.mjs/.test(read(`/proc/${String(member)}/cmdline`)),
  )
  const kilobytes = serving.map((member) =>
    Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${String(member)}/status`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, resident) => sum + resident, 0) / KILOBYTES_A_MEGABYTE
}

function parentOf(pid: string): number {
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

function proportional(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0)
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
