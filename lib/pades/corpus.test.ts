import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bytesSource } from '@/lib/pdf'
import type { ValidationReport } from './index'
import { nodeEngine } from './node-engine'
import { nodeHashes } from './node-hash'
import { validatePdf } from './validate'

const folder = join(process.cwd(), '../shared/corpora/dss-dev')
const expectation = z.record(z.string(), z.object({ intact: z.boolean(), laterChange: z.boolean() }))

/**
 * Not labelled as changed, yet it is: the signature locks every field (FieldMDP, Action All), and the revision that adds
 * its security store also turns TestField2 from "TEST2" into "TEST20".
 */
const LOCK_BROKEN = 'test-with-vri.pdf'

async function reportOf(file: string): Promise<ValidationReport> {
  const source = bytesSource(readFileSync(join(folder, file)))
  const result = await validatePdf({
    source,
    at: new Date('2026-01-01'),
    anchors: [],
    engine: nodeEngine,
    hashes: nodeHashes,
  })
  if (!result.ok) throw result.error
  return result.value
}

describe.skipIf(!existsSync(folder))('signed PDFs of the EU DSS test-suite (skipped without ../shared/corpora)', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.pdf')) : []
  const expected = existsSync(folder)
    ? expectation.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
    : {}

  it.each(files)('%s', async (file) => {
    const { signatures } = await reportOf(file)
    const intact = signatures.length > 0 && signatures.every((signature) => signature.intact)
    const forbidden = signatures.some((signature) => signature.laterChanges === 'forbidden')
    const laterChange = expected[file]?.laterChange === true || file === LOCK_BROKEN
    expect({ intact, laterChange: forbidden }).toEqual({ intact: expected[file]?.intact, laterChange })
  })

  it('names the locked field that was filled in again', async () => {
    const { signatures } = await reportOf(LOCK_BROKEN)
    const refused = signatures.flatMap((signature) => signature.changes.filter((change) => !change.allowed))
    expect(refused).toMatchObject([{ code: 'field-filled', field: 'TestField2' }])
  })
})
