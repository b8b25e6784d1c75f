import { describe, expect, it } from 'vitest'
import type { Finding } from './fuzz/run-cases'
import { runCases } from './fuzz/run-cases'
import { subjects } from './fuzz/subjects'

const CASES = 20_000
const SLICES = 4
const PATIENCE = 600_000

describe('mutated files', () => {
  const all = subjects()

  it.each(all.map((subject) => [subject.name, subject] as const))('%s is good as it is', async (_, subject) => {
    expect(await subject.judge(subject.bytes)).toBeUndefined()
  })

  it.each(Array.from({ length: SLICES }, (_, i) => (i * CASES) / SLICES))(
    'neither crash nor hang nor pass for what was signed, from case %i',
    async (first) => {
      const findings: Finding[] = []
      await runCases(all, { seed: 1, first, count: CASES / SLICES }, (finding) => findings.push(finding))
      expect(findings).toEqual([])
    },
    PATIENCE,
  )
})
