import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bytesSource } from '@/lib/pdf'
import { asJson } from './cli/present'
import { machinery } from './test-documents'
import { validatePdf } from './validate'

const folder = join(process.cwd(), '../shared/corpora/revisions-dev')
const VERDICTS = ['none', 'allowed', 'forbidden'] as const
const expectations = z.object({
  cases: z.record(
    z.string(),
    z.object({
      laterChanges: z.enum(VERDICTS),
      listed: z.literal(true).optional(),
      named: z.literal(true).optional(),
      warning: z.literal(true).optional(),
    }),
  ),
})

async function answer(file: string) {
  const source = bytesSource(readFileSync(join(folder, file)))
  const result = await validatePdf({ source, at: new Date('2026-12-01'), anchors: [], ...machinery })
  if (!result.ok) throw result.error
  return asJson(file, result.value)
}

describe.skipIf(!existsSync(folder))('one kind of later change each (skipped without ../shared/corpora)', () => {
  const { cases } = existsSync(folder)
    ? expectations.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
    : { cases: {} }

  it.each(Object.entries(cases))('%s', async (file, expected) => {
    const { signatures, warnings } = await answer(file)
    const worst = Math.max(...signatures.map(({ laterChanges }) => VERDICTS.indexOf(laterChanges)))
    expect(VERDICTS[worst]).toBe(expected.laterChanges)
    expect(signatures.every(({ laterChanges, changes }) => (laterChanges === 'none') === (changes.length === 0))).toBe(
      true,
    )
    if (expected.warning === true) expect(warnings.length).toBeGreaterThan(0)
  })

  it.runIf('L-sigdict-rewritten.pdf' in cases)(
    'shows what was signed, not what the dictionary was rewritten to',
    async () => {
      const { signatures } = await answer('L-sigdict-rewritten.pdf')
      expect(signatures).toMatchObject([{ intact: true, claimedTime: '2026-01-01T00:00:00.000Z', reasonGiven: null }])
    },
  )

  it.runIf('9-signer-modulus-without-leading-zero.pdf' in cases)(
    'reads a modulus without its leading zero',
    async () => {
      const { signatures } = await answer('9-signer-modulus-without-leading-zero.pdf')
      expect(signatures.map(({ intact, signer }) => [intact, signer === null])).toEqual([[true, false]])
    },
  )
})
