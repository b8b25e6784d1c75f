import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import { HASHES } from '@/lib/trust'
import { anchors, documentOf, evidence, machinery, NOW, PLAIN, signedOver } from './test-documents'
import { examinePdf, judgePdf, validatePdf } from './validate'

it('walks over a file once, for every digest, however often it is judged', async () => {
  const long = `<</Length ${String(3 << 20)}>>\nstream\n${'q'.repeat(3 << 20)}\nendstream`
  const bytes = await signedOver(await signedOver(documentOf([...PLAIN, long])))
  let bytesRead = 0
  const plain = bytesSource(bytes)
  const source = {
    size: plain.size,
    async read(offset: number, length: number) {
      const part = await plain.read(offset, length)
      bytesRead += part.length
      return part
    },
  }
  const examined = await examinePdf({ source, hashes: machinery.hashes, fileDigestOid: HASHES['SHA-256'].oid })
  if (!examined.ok) throw examined.error
  expect(examined.value.fileDigest).toEqual(new Uint8Array(createHash('sha256').update(bytes).digest()))
  expect(bytesRead).toBeLessThan(bytes.length * 1.2)
  const [before, judging] = [bytesRead, { at: NOW, anchors, engine: machinery.engine }]
  const doubtful = await judgePdf(examined.value, judging)
  const decided = await judgePdf(examined.value, { ...judging, evidence })
  expect(bytesRead - before).toBeLessThan(1 << 18)
  expect(doubtful).toEqual(await validatePdf({ source, ...judging, hashes: machinery.hashes }))
  expect(decided).toEqual(await validatePdf({ source, ...judging, evidence, hashes: machinery.hashes }))
})
