import path from 'node:path'
import { startChild } from './child'
import type { Child } from './child'
import { confinements } from './confinement'

/** Programs that wait for work and those at work; all end with the process. */
export function childrenOf(program: string) {
  const all = new Set<Child>()
  const idle: Child[] = []
  const starter = starterOf(program)
  const end = (child: Child) => {
    child.end()
    all.delete(child)
  }
  const close = () => {
    starter.close()
    for (const child of all) child.end()
  }
  process.once('exit', close)
  return {
    /** One that yields to all other programs, or one that does not; null when none comes up. */
    async take(doesYield: boolean): Promise<Child | null> {
      const waiting = idle.pop()
      if (waiting?.doesYield === doesYield && waiting.isFresh()) return waiting
      if (waiting !== undefined) end(waiting)
      const child = await starter.start(doesYield)
      if (child !== null) all.add(child)
      return child
    },
    giveBack(child: Child): void {
      if (child.isFresh()) idle.push(child)
      else end(child)
    },
    /** Gives back the memory of those that wait for work. */
    endIdle(): void {
      for (const child of idle.splice(0)) end(child)
    },
    confinement: starter.confinement,
    close,
  }
}

/** Starts programs the closest way that works here; what has worked once is not loosened when it fails for another reason. */
function starterOf(program: string) {
  const ways = confinements(path.resolve('.'))
  let way = 0
  let hasStarted = false
  let isClosed = false
  const start = async (doesYield: boolean): Promise<Child | null> => {
    const at = way
    const tried = ways[at]
    if (tried === undefined || isClosed) return null
    const child = await startChild(program, tried, doesYield)
    if (typeof child !== 'string') {
      hasStarted = true
      return child
    }
    if (child === 'silent' || hasStarted || at + 1 >= ways.length) return null
    way = Math.max(way, at + 1)
    return start(doesYield)
  }
  return {
    start,
    confinement: () => (hasStarted ? [...(ways[way]?.before ?? []), ...(ways[way]?.flags ?? [])].join(' ') : null),
    close: () => {
      isClosed = true
    },
  }
}
