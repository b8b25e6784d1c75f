import sharp from 'sharp'
import { drawHeic, inspectHeic } from './heic'
import { drawImage, inspectImage } from './image'
import { limitMemory } from './limit-memory'
import { drawPdf, inspectPdf, outlinePdf, pdfium } from './pdf'
import { receiveBytes } from './receive-bytes'
import { taskSchema } from './task'
import type { Answer, Task } from './task'

limitMemory()
sharp.cache(false)
sharp.concurrency(1)
await pdfium()

/** Whatever the decoder itself did not survive is the file's doing: the next file gets a program that has seen none. */
async function answer(message: unknown): Promise<void> {
  const task = taskSchema.parse(message)
  const bytes = await receiveBytes(process.stdin, task.size)
  const answer = await carryOut(task, bytes).catch((): Answer => ({ outcome: 'too-costly' }))
  process.send?.(answer, () => {
    if (answer.outcome === 'too-costly') process.exit()
  })
}

function carryOut({ kind, act }: Task, bytes: Uint8Array): Promise<Answer> {
  if (act.name === 'outline') return outlinePdf(bytes)
  if (act.name === 'inspect') {
    if (kind === 'pdf') return inspectPdf(bytes)
    return kind === 'heic' ? inspectHeic(bytes) : inspectImage(bytes)
  }
  if (kind === 'pdf') return drawPdf(bytes, act.page, act.width)
  if (act.page > 0) return Promise.resolve({ outcome: 'no-such-page' })
  return kind === 'heic' ? drawHeic(bytes, act.width) : drawImage(bytes, act.width)
}

process.on('message', (message) => void answer(message))
process.once('disconnect', () => process.exit())
process.send?.({ outcome: 'ready' } satisfies Answer)
