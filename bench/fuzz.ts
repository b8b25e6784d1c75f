/**
 * Mutated PDFs, CMS, DER and key files against lib/pdf, lib/cms, lib/trust and lib/pades: nothing may crash, take more
 * than two seconds, or call a changed signed byte intact. Usage: tsx bench/fuzz.ts [count] [seed] [first]
 * A case is its seed and number: `first` goes on where an earlier run stopped, and `1 SEED NUMBER` repeats one case.
 */
import { pathToFileURL } from 'node:url'
import { runCases } from './fuzz/run-cases'
import { subjects } from './fuzz/subjects'

const SLICE = 10_000

function settings([count = 20_000, seed = 1, first = 0]: readonly number[]) {
  return { count, seed, first }
}

async function main(values: readonly number[]): Promise<void> {
  const { count, seed, first } = settings(values)
  const all = subjects()
  let findings = 0
  for (let at = first; at < first + count; at += SLICE) {
    await runCases(all, { seed, first: at, count: Math.min(SLICE, first + count - at) }, (finding) => {
      findings++
      process.stdout.write(`${JSON.stringify(finding)}\n`)
    })
    const done = Math.min(SLICE, first + count - at) + at
    process.stderr.write(`seed ${String(seed)}: ${String(done)} done, next is ${String(done)}\n`)
  }
  process.stdout.write(
    `${String(count)} cases from ${String(first)}, seed ${String(seed)}: ${String(findings)} findings\n`,
  )
  process.exitCode = Math.min(findings, 1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2).map(Number))
