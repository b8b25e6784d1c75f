import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'
import { placesOn } from './leader'
import { has, pkiOrigin } from './signing'

const LEADER = 'Phạm Quốc Dũng'
const AGENCY = 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội'

/** An issued paper as an officer downloads it. */
export async function savePaper(page: Page, id: string, folder: string): Promise<string> {
  const place = path.join(folder, `${id}.pdf`)
  writeFileSync(place, await (await page.request.get(`/van-ban/${id}`)).body())
  return place
}

/** A result as it must leave the agency: signed by the leader as a person, then sealed, says everybody who can check. */
export async function bearsBothSignatures(page: Page, paper: string, folder: string): Promise<void> {
  const root = path.join(folder, 'trust', 'government')
  mkdirSync(root, { recursive: true })
  const certificate = await (await fetch(`${pkiOrigin(page)}/ca/goc-chinh-phu.cer`)).arrayBuffer()
  writeFileSync(path.join(root, 'root.cer'), new Uint8Array(certificate))
  judgedByUs(paper, path.dirname(root))
  judgedByPoppler(paper)
  judgedByOpenssl(paper, path.join(root, 'root.cer'), folder)
}

const judged = z.object({
  signatures: z.array(
    z.object({
      kind: z.string(),
      intact: z.boolean(),
      verdict: z.string(),
      laterChanges: z.string(),
      signer: z.unknown(),
    }),
  ),
})

function judgedByUs(paper: string, trust: string): void {
  const output = execFileSync('npm', ['run', '--silent', 'verify', '--', '--json', '--trust', trust, paper])
  const { signatures } = judged.parse(JSON.parse(output.toString()))
  expect(signatures).toHaveLength(2)
  for (const [place, name] of [LEADER, AGENCY].entries()) {
    expect(signatures[place]).toMatchObject({ kind: 'signature', intact: true, verdict: 'TOTAL_PASSED' })
    expect(signatures[place]?.laterChanges).not.toBe('forbidden')
    expect(JSON.stringify(signatures[place]?.signer).normalize('NFC')).toContain(name)
  }
}

function judgedByPoppler(paper: string): void {
  if (has('pdfsig')) {
    const output = spawnSync('pdfsig', ['-nocert', paper], { encoding: 'utf8' }).stdout.normalize('NFC')
    expect(output.match(/Signature is Valid/g)).toHaveLength(2)
    expect(output).toContain(LEADER)
    expect(output).toContain(AGENCY)
  }
  if (has('qpdf')) {
    const output = execFileSync('qpdf', ['--check', paper], { encoding: 'utf8' })
    expect(output).toContain('No syntax or stream encoding errors')
  }
}

function judgedByOpenssl(paper: string, root: string, folder: string): void {
  const inFolder = (name: string) => path.join(folder, name)
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', root, '-out', inFolder('root.pem')])
  const bytes = readFileSync(paper)
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange ?\[0 (\d+) (\d+) (\d+)/g)]
  expect(ranges).toHaveLength(2)
  for (const [, a = '0', b = '0', c = '0'] of ranges) {
    const [from, to, rest] = [Number(a), Number(b), Number(c)]
    writeFileSync(inFolder('cms'), Buffer.from(bytes.subarray(from + 1, to - 1).toString('latin1'), 'hex'))
    writeFileSync(inFolder('data'), Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, to + rest)]))
    const files = ['-in', inFolder('cms'), '-content', inFolder('data'), '-CAfile', inFolder('root.pem')]
    const how = ['-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null']
    expect(spawnSync('openssl', ['cms', ...how, ...files], { encoding: 'utf8' }).stderr).toContain('successful')
  }
}

const DPI = 100
const HEIGHT_PT = (297 / 25.4) * 72

type Rect = { page: number; x: number; y: number; width: number; height: number }
type Pixels = { data: Buffer; width: number }

/** The blue image stands in its place, the red seal in its own over a third of it from the left, and colour nowhere else. */
export async function looksAsDecreed(paper: string, dossierId: string, folder: string): Promise<void> {
  if (!has('pdftoppm')) return
  const { person, organisation } = await placesOn(dossierId)
  expect((organisation.x + organisation.width - person.x) / person.width).toBeCloseTo(1 / 3, 2)
  expect((organisation.width / 72) * 25.4).toBeCloseTo(36, 1)
  const out = path.join(folder, 'page')
  const page = String(person.page + 1)
  execFileSync('pdftoppm', ['-r', String(DPI), '-f', page, '-l', page, '-singlefile', '-png', paper, out])
  const { data, info } = await sharp(`${out}.png`).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { data, width: info.width }
  const blue = boxOf(pixels, (r, g, b) => b > r + 60 && b > g + 40)
  const red = boxOf(pixels, (r, g, b) => r > g + 80 && r > b + 80)
  expectInside(blue, person)
  expectInside(red, organisation)
  expect(red.right - red.left).toBeGreaterThan(organisation.width * 0.9)
  expect(blue.right).toBeGreaterThan(red.right)
}

type Extent = { left: number; right: number; top: number; bottom: number }

/** Where a page shows a colour, in points from the lower left. */
function boxOf({ data, width }: Pixels, isColour: (r: number, g: number, b: number) => boolean): Extent {
  const [columns, rows]: [number[], number[]] = [[], []]
  for (let at = 0; at < data.length; at += 3) {
    if (!isColour(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) continue
    columns.push((at / 3) % width)
    rows.push(Math.floor(at / 3 / width))
  }
  expect(columns.length).toBeGreaterThan(200)
  const points = (pixel: number) => (pixel * 72) / DPI
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b))
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b))
  return {
    ...{ left: points(least(columns)), right: points(most(columns)) },
    ...{ top: HEIGHT_PT - points(least(rows)), bottom: HEIGHT_PT - points(most(rows)) },
  }
}

function expectInside(extent: Extent, { x, y, width, height }: Rect): void {
  const slack = 1.5
  expect(extent.left).toBeGreaterThan(x - slack)
  expect(extent.right).toBeLessThan(x + width + slack)
  expect(extent.bottom).toBeGreaterThan(y - slack)
  expect(extent.top).toBeLessThan(y + height + slack)
}
