import { expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import { STRUCTURE_FAMILIES } from '@/lib/testing/hostile/structure-families'
import { machinery, NOW } from './test-documents'
import { validatePdf } from './validate'

/** Seconds of a processor, many times what is needed; a chain read again and again took 27. */
const MOST_SECONDS = 12
const MOST_MEMORY = 400e6

it.each(Object.entries(STRUCTURE_FAMILIES))(
  '%s: bounded work and memory, or refused by name',
  async (_, make) => {
    const source = bytesSource(make())
    const memoryBefore = process.memoryUsage().rss
    const before = process.cpuUsage()
    const result = await validatePdf({ source, at: NOW, anchors: [], ...machinery })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS)
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(MOST_MEMORY)
    const outcome = result.ok ? 'answered' : result.error.code
    expect(['answered', 'too-complex', 'too-many-objects', 'stream-too-large']).toContain(outcome)
    if (result.ok) expect(result.value.anomalies.length).toBeLessThanOrEqual(1000)
  },
  120_000,
)
