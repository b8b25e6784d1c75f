import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { answeredDraft } from './applicant'
import { ATTACKS } from './attacks'
import type { Attacker } from './attacks'
import { signIn, visitor } from './visitor'

/** A process of its own, for the portal at `origin`: told the name of a family, its accounts send that until told to stop. */
const [origin = ''] = process.argv.slice(2)
const ACCOUNTS = 20
const PAUSE_MS = 40

async function attackersOf(): Promise<Attacker[]> {
  const attackers: Attacker[] = []
  for (let at = 0; at < ACCOUNTS; at += 1) {
    const who = visitor(`10.5.0.${String(at)}`)
    await signIn(who, origin, `eid-dan-${String(at + 1)}`, '/ho-so')
    attackers.push({ who, draft: await answeredDraft(who, origin), at })
  }
  return attackers
}

const attackers = await attackersOf()
let over = new AbortController()

async function attack(name: string): Promise<void> {
  const { signal } = over
  const strike = await ATTACKS.find((attack) => attack.name === name)?.prepare()
  if (strike === undefined) throw new Error(`no family is called ${name}`)
  process.send?.('begun')
  await Promise.all(
    attackers.map(async (attacker) => {
      while (!signal.aborted) await strike({ ...attacker, signal }).catch(() => pause(PAUSE_MS))
    }),
  )
  process.send?.('ended')
}

process.on('message', (message) => {
  if (message === 'stop') {
    over.abort()
    return
  }
  over = new AbortController()
  void attack(z.string().parse(message))
})
process.send?.('ready')
