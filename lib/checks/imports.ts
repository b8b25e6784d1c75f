import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { FOR_TESTS } from './floor-table'

/** One file needs another; both as paths from the root, what is imported without its ending. */
export type Import = { from: string; to: string }

const SOURCE = /\.(tsx?|mjs)$/
/** What tries the house may open what it likes, and says nothing about how it stands. */
const TESTS = new RegExp(FOR_TESTS.join('|'))

/** Every import between our own files under `folders`, type imports too; tests and fixtures are left out. */
export function importsUnder(folders: readonly string[]): Import[] {
  return filesUnder(folders).flatMap((from) =>
    ts.preProcessFile(readFileSync(from, 'utf8')).importedFiles.flatMap(({ fileName }) => {
      const to = ownPath(from, fileName)
      return to === null ? [] : [{ from, to }]
    }),
  )
}

function filesUnder(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, posix(file))),
    )
    .filter((file) => SOURCE.test(file) && !TESTS.test(file))
    .sort()
}

const posix = (file: string) => file.replaceAll(path.sep, '/')

/** The file an import names; null for a package. */
function ownPath(from: string, named: string): string | null {
  if (named.startsWith('@/')) return named.slice(2)
  return named.startsWith('.') ? path.posix.join(path.posix.dirname(from), named) : null
}
