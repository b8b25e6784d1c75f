import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SentFile } from '@/lib/ports'
import { decoderProgram } from '@/lib/testing/decoder'
import { sentFile } from '@/lib/testing/sent-file'
import { gridHeic, heicOf, picture } from '@/lib/testing/hostile/heic-file'
import { onePage } from '@/lib/testing/hostile/pdf-file'
import { cyclicPages, fieldTree, nestedForms, PDF_FAMILIES } from '@/lib/testing/hostile/pdf-families'
import { PICTURE_FAMILIES } from '@/lib/testing/hostile/picture-families'
import { decoderPool, POOL_LIMITS } from './pool'

/** Shorter than in service, so that many hostile files take little time. */
const CPU_MS = 1000
const LIMITS = {
  ...POOL_LIMITS,
  quick: { ...POOL_LIMITS.quick, cpuMs: CPU_MS / 2 },
  long: { ...POOL_LIMITS.long, cpuMs: CPU_MS },
  alone: { ...POOL_LIMITS.alone, cpuMs: CPU_MS },
  waitMs: 120_000,
  restMs: 0,
}
const GENUINE = onePage('', '1 0 0 rg 0 0 300 300 re f')
const FIRST = { page: 0, width: 240 }
const TURNS = ['quick', 'long', 'alone'] as const
const PATIENCE = { timeout: 180_000 }

describe('decoderPool', () => {
  let program = ''
  let pool: ReturnType<typeof decoderPool>
  beforeAll(async () => {
    program = await decoderProgram()
    pool = decoderPool(program, LIMITS)
  })
  afterAll(() => {
    pool.close()
  })
  const both = async (file: SentFile) => [await pool.inspect(file), await pool.draw(file, FIRST)] as const
  const expectGenuine = async () => {
    const [inspected, drawn] = await both(sentFile(GENUINE, 'genuine'))
    expect(inspected).toEqual({ outcome: 'opens', pages: 1, isDrawable: true })
    expect(drawn.outcome).toBe('drawn')
  }

  it.each(Object.entries(PDF_FAMILIES))(
    'says something of a PDF of %s in bounded time, and opens the next file',
    PATIENCE,
    async (_, make) => {
      const [inspected, drawn] = await both(sentFile(make()))
      expect(inspected.outcome).toMatch(/^(opens|broken|too-costly)$/)
      expect(drawn.outcome).toMatch(/^(drawn|undrawable|no-such-page)$/)
      await expectGenuine()
    },
  )

  it.each(Object.entries(PICTURE_FAMILIES))('the same of a %s', PATIENCE, async (_, make) => {
    const [inspected, drawn] = await both(sentFile(await make()))
    expect(inspected.outcome).toMatch(/^(opens|broken|too-many-pixels)$/)
    expect(drawn.outcome).toMatch(/^(drawn|undrawable)$/)
    await expectGenuine()
  })

  it('takes in what opens but is never drawn, and refuses what leads nowhere', PATIENCE, async () => {
    const [opens, drawn] = await both(sentFile(fieldTree()))
    expect([opens.outcome, drawn.outcome]).toEqual(['opens', 'undrawable'])
    expect(await pool.inspect(sentFile(cyclicPages()))).toEqual({ outcome: 'broken' })
  })

  it('does not let one person, whatever they send, take the place of another', PATIENCE, async () => {
    let isDone = false
    const hostile = Array.from({ length: 4 }, (_, at) =>
      pool.draw(sentFile(fieldTree(24 + (at % 3)), 'hostile'), FIRST).then(() => isDone),
    )
    await hostile[0]
    expect((await pool.draw(sentFile(GENUINE, 'newcomer'), FIRST)).outcome).toBe('drawn')
    isDone = true
    expect((await Promise.all(hostile)).filter(Boolean).length).toBeGreaterThanOrEqual(2)
  })

  it('holds its programs without network, rights or a place to write, where the system can', () => {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/prlimit')) return
    expect(pool.confinement()).toMatch(/prlimit --fsize=0.*unshare.*--net.*setpriv/)
  })

  it('says of its own shortage that it is its own', PATIENCE, async () => {
    const nothing = decoderPool(path.join(mkdtempSync(path.join(os.tmpdir(), 'decoder-')), 'absent.mjs'), LIMITS)
    expect(await nothing.inspect(sentFile(GENUINE))).toEqual({ outcome: 'unavailable' })
    const full = decoderPool(program, { ...LIMITS, perOwner: 1 })
    const drawings = Array.from({ length: 4 }, () => full.draw(sentFile(GENUINE), FIRST))
    const outcomes = (await Promise.all(drawings)).map(({ outcome }) => outcome)
    expect(outcomes.slice(2)).toEqual(['unavailable', 'unavailable'])
    const starved = decoderPool(program, { ...LIMITS, quick: { ...LIMITS.quick, wallMs: 1 } })
    expect(await starved.inspect(sentFile(fieldTree()))).toEqual({ outcome: 'unavailable' })
    full.close()
    starved.close()
  })

  it('does not take a program somebody else ended for the fault of the file', PATIENCE, async () => {
    const suicidal = path.join('dist', `decoder-ended-${String(process.pid)}.mjs`)
    writeFileSync(
      suicidal,
      "process.on('message', () => process.kill(process.pid, 'SIGKILL')); process.send({ outcome: 'ready' })",
    )
    const ended = decoderPool(suicidal, LIMITS)
    expect(await ended.inspect(sentFile(GENUINE))).toEqual({ outcome: 'unavailable' })
    ended.close()
  })

  it('shows the picture a HEIC names as primary, turned as it says', PATIENCE, async () => {
    const drawn = await pool.draw(sentFile(heicOf([picture(), picture(1)], 2)), FIRST)
    if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome)
    expect(await sharp(drawn.webp).metadata()).toMatchObject({ width: 64, height: 96 })
  })

  it('turns a photo as its camera says', PATIENCE, async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a6' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const drawn = await pool.draw(sentFile(photo), FIRST)
    if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome)
    expect(await sharp(drawn.webp).metadata()).toMatchObject({ width: 40, height: 60 })
  })

  it('rests between two files that use up everything, and opens others meanwhile', PATIENCE, async () => {
    // Memory is what these use up, however slow the machine.
    const patient = Object.fromEntries(TURNS.map((turn) => [turn, { ...LIMITS[turn], cpuMs: 30_000 }]))
    const resting = decoderPool(program, { ...LIMITS, ...patient, restMs: 6_000 })
    try {
      const began: number[] = []
      const costly = (owner: string): SentFile => {
        const file = sentFile(nestedForms(12, 10), owner)
        return { ...file, open: () => (began.push(performance.now()), file.open()) }
      }
      const draw = (owner: string) => resting.draw(costly(owner), FIRST)
      expect((await draw('one')).outcome).toBe('undrawable')
      const second = draw('two').then(() => performance.now())
      const genuine = resting.inspect(sentFile(GENUINE, 'genuine')).then(() => performance.now())
      expect(await genuine).toBeLessThan(await second)
      // Each is opened twice, the second time with everything it may have.
      expect(began).toHaveLength(4)
      expect((began[3] ?? 0) - (began[1] ?? Infinity)).toBeGreaterThan(6_000)
    } finally {
      resting.close()
    }
  })

  it('opens large photos again and again', PATIENCE, async () => {
    const photo = gridHeic(31, 32)
    for (let turn = 0; turn < 6; turn++) expect((await pool.inspect(sentFile(photo))).outcome).toBe('opens')
  })
})
