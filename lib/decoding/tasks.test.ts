import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { answerSchema } from './index'
import { receiveBytes } from './receive-bytes'
import { taskSchema } from './task'

describe('what the program is asked', () => {
  const task = { kind: 'pdf', size: 10, act: { name: 'inspect' } }

  it.each([
    task,
    { ...task, act: { name: 'outline' } },
    { ...task, act: { name: 'draw', page: 0, width: 240 } },
    { ...task, kind: 'heic', size: 0 },
  ])('is understood: %j', (request) => {
    expect(taskSchema.parse(request)).toEqual(request)
  })

  it.each([
    { ...task, kind: 'exe' },
    { ...task, size: -1 },
    { ...task, size: 1.5 },
    { ...task, size: Infinity },
    { ...task, act: { name: 'draw', page: -1, width: 240 } },
    { ...task, act: { name: 'draw', page: 0, width: 0 } },
    { ...task, act: { name: 'draw', page: 0 } },
    { ...task, act: { name: 'delete' } },
    null,
  ])('is refused: %j', (request) => {
    expect(taskSchema.safeParse(request).success).toBe(false)
  })

  it.each([{ outcome: 'opens', pages: 0 }, { outcome: 'drawn', webp: '<svg>' }, { outcome: 'fine' }, {}])(
    'is not answered by %j',
    (answer) => {
      expect(answerSchema.safeParse(answer).success).toBe(false)
    },
  )
})

describe('the bytes of a file', () => {
  it.each([
    ['in one piece', ['abcdef']],
    ['one by one', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['with the next file behind them', ['abc', 'defNEXT']],
  ])('come %s, and nothing after them is taken', async (_, pieces) => {
    const stream = new PassThrough()
    const received = receiveBytes(stream, 6)
    for (const piece of pieces) stream.write(piece)
    expect(Buffer.from(await received).toString()).toBe('abcdef')
    const rest: unknown = stream.read()
    expect(rest instanceof Buffer ? rest.toString() : '').toBe(pieces.join('').slice(6))
  })

  it('are none where none were said to come', async () => {
    expect(await receiveBytes(new PassThrough(), 0)).toHaveLength(0)
  })
})
