import { readFile } from 'node:fs/promises'

/** A password or PIN from a file of its own; the line's end does not belong to it. */
export async function readSecret(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '')
}
