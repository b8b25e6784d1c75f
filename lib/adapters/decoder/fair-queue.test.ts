import { describe, expect, it } from 'vitest'
import { fairQueue } from './fair-queue'

type Job = { ownerId: string; name: string }
const job = (ownerId: string, name = ''): Job => ({ ownerId, name })
const RULES = { perOwner: 3, total: 50 }

describe('fairQueue', () => {
  it('lets a newcomer in before all who have used much, however many wait', () => {
    const queue = fairQueue<Job>(RULES)
    for (let at = 0; at < 20; at++) {
      const spent = job(`heavy-${String(at)}`)
      queue.began(spent)
      queue.ended(spent, 6000, 0)
      queue.add(job(spent.ownerId))
    }
    queue.add(job('newcomer'))
    expect(queue.peek(1000)?.ownerId).toBe('newcomer')
  })

  it('gives nobody two turns at once, and each owner its own order', () => {
    const queue = fairQueue<Job>(RULES)
    queue.add(job('an', 'first'))
    queue.add(job('an', 'second'))
    const first = queue.peek(0)
    expect(first?.name).toBe('first')
    if (first !== null) queue.began(first)
    expect(queue.peek(0)).toBeNull()
    if (first !== null) queue.ended(first, 10, 0)
    expect(queue.peek(0)?.name).toBe('second')
  })

  it('holds no more of one owner, and of all, than it may', () => {
    const queue = fairQueue<Job>({ perOwner: 2, total: 3 })
    expect(['an', 'an', 'an', 'binh', 'chi'].map((owner) => queue.add(job(owner)))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
  })

  it('forgets what was used long ago', () => {
    const queue = fairQueue<Job>(RULES)
    const [long, short] = [job('long'), job('short')]
    for (const [entry, ms, at] of [
      [long, 6000, 0],
      [short, 100, 600_000],
    ] as const) {
      queue.began(entry)
      queue.ended(entry, ms, at)
    }
    queue.add(short)
    queue.add(long)
    expect(queue.peek(600_000)).toBe(long)
  })
})
