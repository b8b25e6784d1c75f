import { describe, expect, it } from 'vitest'
import { connect } from '@/db/client'
import { rememberAnswers } from './memory'

/** Never asked: it only tells one database from another. */
const aDatabase = () => connect('postgres://nobody@localhost:1/none', { max: 1, name: 'test' }).db
const MORNING = new Date('2026-03-10T01:00:00Z')
const later = (ms: number) => new Date(MORNING.getTime() + ms)

function counted() {
  const loads: string[] = []
  const load = rememberAnswers((_, key, day) => {
    loads.push(`${key} ${day}`)
    return key === 'broken' ? Promise.reject(new Error(key)) : Promise.resolve(`${key}!`)
  })
  return { load, loads }
}

describe('what is remembered', () => {
  it('is loaded once a minute, and once for all who ask meanwhile', async () => {
    const [{ load, loads }, db] = [counted(), aDatabase()]
    await Promise.all([load({ db, now: MORNING }, 'a', MORNING), load({ db, now: MORNING }, 'a', MORNING)])
    await load({ db, now: later(59_999) }, 'a', MORNING)
    expect(loads).toHaveLength(1)
    expect(await load({ db, now: later(60_000) }, 'a', MORNING)).toBe('a!')
    expect(loads).toHaveLength(2)
  })

  it('is of one day in Vietnam, one key, one database', async () => {
    const [{ load, loads }, db] = [counted(), aDatabase()]
    const now = MORNING
    await load({ db, now }, 'a', new Date('2026-03-10T16:59:59Z'))
    await load({ db, now }, 'a', new Date('2026-03-10T17:00:00Z'))
    await load({ db, now }, 'b', MORNING)
    await load({ db: aDatabase(), now }, 'b', MORNING)
    expect(loads).toEqual(['a 2026-03-10', 'a 2026-03-11', 'b 2026-03-10', 'b 2026-03-10'])
  })

  it('is not a failure: whoever asks next has it tried again', async () => {
    const [{ load, loads }, db] = [counted(), aDatabase()]
    for (let turn = 0; turn < 2; turn++)
      await expect(load({ db, now: MORNING }, 'broken', MORNING)).rejects.toThrow('broken')
    expect(loads).toHaveLength(2)
  })

  it('is bounded: the oldest is forgotten first', async () => {
    const [{ load, loads }, db] = [counted(), aDatabase()]
    for (let key = 0; key <= 300; key++) await load({ db, now: MORNING }, String(key), MORNING)
    await load({ db, now: MORNING }, '300', MORNING)
    expect(loads).toHaveLength(301)
    await load({ db, now: MORNING }, '0', MORNING)
    expect(loads).toHaveLength(302)
  })
})
