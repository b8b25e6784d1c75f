import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { Sql } from 'postgres'
import sharp from 'sharp'
import { answeredDraft, isAccepted, upload } from './applicant'
import type { BenchRow } from './row'
import { residentInPortal } from './memory-of'
import { ratioOf, round } from './row'
import { withStack } from './stack'
import type { Stack } from './stack'
import { confirmIdentity, formIn, signIn, visitor } from './visitor'
import type { Visitor } from './visitor'

/** BENCH_APPLICANTS asks for fewer where time is short. */
const APPLICANTS = Number(process.env['BENCH_APPLICANTS'] ?? 50)
const FILE_BYTES = 200_000
const UPLOADS_IN_A_ROW = 200

type Files = { licence: File; portrait: File }
type Times = { signIn: number; journey: number; submit: number }

/** What is aimed at with the sandbox and these fifty people on the same two cores. */
const AIMS = { submissionsPerSecond: 8, submitMs: 300, signInsPerSecond: 40, portalMegabytes: 400 }
const LOOK_EACH_MS = 500

/**
 * Fifty people at once over real HTTP without script: sign-in, every page of the form, a 200 KB photo and a small
 * portrait, review, submission; beside them the same rows written by plain SQL over as many connections, and what the
 * processes that serve pages held in memory at most, then and while one person sends many files.
 */
export function run(): Promise<BenchRow[]> {
  return withStack(async (stack) => {
    const people = Array.from({ length: APPLICANTS }, (_, at) => visitor(`10.1.${String(at >> 8)}.${String(at & 255)}`))
    const files = await Promise.all(people.map(createPhotographs))
    await signIn(visitor('10.2.0.1'), stack.origin, 'eid-dan-99999', '/ho-so')
    const journeyMemory = watchMemory(stack)
    const signedIn = performance.now()
    const signIns = await Promise.all(
      people.map((who, at) => timed(() => signIn(who, stack.origin, `eid-dan-${String(at + 1)}`, '/ho-so'))),
    )
    const signInSeconds = (performance.now() - signedIn) / 1000
    const began = performance.now()
    const times = await Promise.all(
      people.map(async (who, at): Promise<Times> => {
        let submit = 0
        const journey = await timed(async () => {
          submit = await submitOne(stack, who, files[at] ?? (await createPhotographs()))
        })
        return { signIn: signIns[at] ?? 0, journey, submit }
      }),
    )
    const perSecond = APPLICANTS / ((performance.now() - began) / 1000)
    const megabytes = journeyMemory.most()
    const uploadMemory = watchMemory(stack)
    await uploadInARow(stack, people[0] ?? visitor('10.1.0.0'), UPLOADS_IN_A_ROW)
    const uploadMegabytes = uploadMemory.most()
    const plain = await plainSql(await stack.databaseUrl())
    return rowsOf(times, { perSecond, signInsPerSecond: APPLICANTS / signInSeconds, megabytes, uploadMegabytes }, plain)
  })
}

type Totals = { perSecond: number; signInsPerSecond: number; megabytes: number; uploadMegabytes: number }

function rowsOf(times: Times[], totals: Totals, plain: { perSecond: number; p95: number }): BenchRow[] {
  const at = `${String(APPLICANTS)} at once`
  const p95Of = (part: keyof Times) => round(p95(times.map((person) => person[part])))
  const row = (name: string, value: number, unit: string, limit: number): BenchRow => ({
    ...{ name: `${name}, ${at}`, value: round(value), unit, limit: round(limit), ratio: ratioOf(value, limit) },
  })
  return [
    row('whole journeys to a submission', totals.perSecond, 'submissions/s', AIMS.submissionsPerSecond),
    row('the same rows by plain SQL', plain.perSecond, 'submissions/s', plain.perSecond),
    row('whole journey, p95, beside plain SQL', p95Of('journey'), 'ms', plain.p95),
    row('submitting alone, p95', p95Of('submit'), 'ms', AIMS.submitMs),
    row('sign-in through the identity provider', totals.signInsPerSecond, 'sign-ins/s', AIMS.signInsPerSecond),
    row('memory of the portal, most', totals.megabytes, 'MB', AIMS.portalMegabytes),
    {
      ...row('', totals.uploadMegabytes, 'MB', AIMS.portalMegabytes),
      name: `memory of the portal, most, ${String(UPLOADS_IN_A_ROW)} uploads in a row`,
    },
  ]
}

/** Looks at what the processes that serve pages hold, until asked for the most, in megabytes. */
function watchMemory({ pid }: Stack) {
  let megabytes = residentInPortal(pid)
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, residentInPortal(pid))
  }, LOOK_EACH_MS)
  return {
    most: () => {
      clearInterval(timer)
      return megabytes
    },
  }
}

/** One photo after the other into one draft, each removed to make room for the next. */
async function uploadInARow(stack: Stack, who: Visitor, count: number): Promise<void> {
  const draft = await answeredDraft(who, stack.origin)
  const { licence } = await createPhotographs()
  const bytes = await licence.arrayBuffer()
  for (let sent = 0; sent < count; sent += 1) {
    const photo = new File([bytes, randomBytes(16)], 'gplx.jpg', { type: 'image/jpeg' })
    const page = await upload(who, { draft, requirement: 'GPLX' }, photo)
    if (!isAccepted(page)) throw new Error(`upload refused: ${page.url}`)
    const { action, body } = formIn(page, 'value="xoa-tep"')
    await who.send(action, body)
  }
}

const p95 = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** A photo of about 200 KB that nobody else has, and a portrait. */
async function createPhotographs(): Promise<Files> {
  const noise = (width: number, height: number) =>
    sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
  const photo = await noise(420, 420).jpeg({ quality: 92 }).toBuffer()
  const padded = Buffer.concat([photo, randomBytes(Math.max(0, FILE_BYTES - photo.byteLength))])
  const portrait = await noise(120, 160).jpeg({ quality: 60 }).toBuffer()
  return {
    licence: new File([new Uint8Array(padded)], 'gplx.jpg', { type: 'image/jpeg' }),
    portrait: new File([new Uint8Array(portrait)], 'anh.jpg', { type: 'image/jpeg' }),
  }
}

/** From the start of a draft to the dossier's page; returns how long the request took that submits. */
async function submitOne(stack: Stack, who: Visitor, files: Files): Promise<number> {
  const draft = await answeredDraft(who, stack.origin)
  for (const [requirement, file] of [
    ['GPLX', files.licence],
    ['ANH', files.portrait],
  ] as const) {
    const page = await upload(who, { draft, requirement }, file)
    if (!isAccepted(page)) throw new Error(`upload refused: ${page.url}`)
  }
  const { action, body } = formIn(await who.open(`${draft}/xem-lai`), 'Nộp hồ sơ')
  // Handing in asks for a fresh proof of identity; back from there, what was asked for is done.
  const end = await confirmIdentity(who, await who.send(action, body))
  if (!end.url.includes('da=nop')) throw new Error(`not submitted: ${String(end.status)} ${end.url}`)
  const submission = who.timings.find(({ url }) => url.endsWith('/nop-tiep'))
  if (submission === undefined) throw new Error('nothing was handed in on the way back')
  return submission.milliseconds
}

/** The rows of each submission once more under new ids: the least a database must do for it. */
async function plainSql(url: string): Promise<{ perSecond: number; p95: number }> {
  const sql = postgres(url, { max: 16, onnotice: () => undefined })
  try {
    const dossiers = await sql<{ id: string; draft_id: string }[]>`select id, draft_id from dossiers`
    const began = performance.now()
    const times = await Promise.all(dossiers.map((row) => timed(() => copied(sql, row))))
    return { perSecond: dossiers.length / ((performance.now() - began) / 1000), p95: p95(times) }
  } finally {
    await sql.end()
  }
}

function copied(sql: Sql, { id, draft_id: draftId }: { id: string; draft_id: string }): Promise<unknown> {
  const code = randomBytes(5).toString('hex').toUpperCase()
  return sql.begin(async (tx) => {
    const [fresh] = await tx<{ dossier: string; draft: string }[]>`
      insert into drafts select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from drafts d
      where id = ${draftId} returning id as draft, gen_random_uuid() as dossier`
    if (fresh === undefined) throw new Error('the draft is gone')
    const { dossier, draft } = fresh
    await tx`insert into dossiers select (jsonb_populate_record(d, jsonb_build_object('id', ${dossier}::text,
      'draft_id', ${draft}::text, 'submission_code', ${code}::text))).* from dossiers d where id = ${id}`
    await tx`insert into attachments select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
      'holder_id', ${draft}::text, 'dossier_id', ${dossier}::text, 'upload_id', gen_random_uuid()))).*
      from attachments a where dossier_id = ${id}`
    await tx`insert into audit_log (id, subject_kind, subject_id, entry, at, actor_kind, actor_id, action, data, request_id, previous_hash, hash)
      select gen_random_uuid(), subject_kind, ${dossier}, n, at, actor_kind, actor_id, action, data, request_id, previous_hash, hash
      from audit_log, generate_series(1, 3) n where subject_kind = 'dossier' and subject_id = ${id} and action = 'dossier.submitted'`
    await tx`select graphile_worker.add_job('dispatch', json_build_object('id', ${dossier}::text), run_at => now() + interval '1 day')`
  })
}
