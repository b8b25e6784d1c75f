import path from 'node:path'

/** How the program is started: words before it (first those with which it yields to all others), and what Node is told. */
export type Confinement = { yielding: readonly string[]; before: readonly string[]; flags: readonly string[] }

/** Far above what the pool allows: a stop for what grows faster than it is looked at, and for who outlives the portal. */
const DATA_BYTES = 1024 ** 3
const CPU_SECONDS = 3600
/**
 * Interrupted the moment somebody else has work, and not when its slice is over (sched(7), SCHED_IDLE): a page that asks the
 * database ten times would wait ten times.
 */
const YIELDING = ['chrt', '--idle', '0']
/** Nobody: owns nothing, may write nowhere. */
const NOBODY = '65534'

/**
 * From the closest to none; the first that works here is kept. On Linux: no network, no file may be written (by the kernel's
 * word), no rights of anybody, an end with the portal. Everywhere: Node's own permissions, that is only its code may be
 * read, nothing written, no program started.
 */
export function confinements(root: string): Confinement[] {
  const permissions = nodePermissions(root)
  return wrappers().flatMap((before) => {
    // Of the same package as the other words.
    const yielding = before.length === 0 ? [] : YIELDING
    return (permissions === null ? [[]] : [permissions, []]).map((flags) => ({ yielding, before, flags }))
  })
}

function wrappers(): string[][] {
  if (process.platform !== 'linux') return [[]]
  const limits = ['prlimit', '--fsize=0', '--core=0', `--data=${String(DATA_BYTES)}`, `--cpu=${String(CPU_SECONDS)}`]
  const tied = ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL']
  const isRoot = process.getuid?.() === 0
  const apart = isRoot ? ['unshare', '--net'] : ['unshare', '--user', '--net']
  const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const closest = [...limits, ...apart, ...tied, ...(isRoot ? asNobody : [])]
  return [closest, [...limits, ...apart, ...tied], [...limits, ...tied], []]
}

/** Null where this Node knows no permissions; its flag lost the word `experimental` on the way. */
function nodePermissions(root: string): string[] | null {
  const names = ['--permission', '--experimental-permission']
  const name = names.find((candidate) => process.allowedNodeEnvironmentFlags.has(candidate))
  if (name === undefined) return null
  const readable = ['dist/*', 'node_modules/*', 'package.json'].map((place) => path.join(root, place))
  return [name, '--allow-addons', ...readable.map((place) => `--allow-fs-read=${place}`)]
}
