import { randomInt, randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { act, draftResult, submittedDossier } from './driving-licence'
import type { Who } from './fixtures'
import { ask } from './stack'

export const PIN = '246810'
type PageOf = (who: Who) => Promise<Page>

/** From the batch page through the remote signing service and back, as the account `who` there. */
export async function signRemotely(leader: Page, who: string): Promise<void> {
  await leader.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
  await leader.getByLabel('Tài khoản').selectOption(who)
  await leader.getByLabel('Mã PIN ký số').fill(PIN)
  await leader.getByRole('button', { name: 'Cho phép' }).click()
  await leader.getByRole('link', { name: 'Xác nhận ký' }).click()
  await leader.getByLabel('Mã PIN ký số').fill(PIN)
  await leader.getByRole('button', { name: 'Đồng ý ký' }).click()
}

/** Opens the page on which a leader signs this one result. */
export async function openResultToSign(leader: Page, dossierId: string): Promise<void> {
  await leader.goto(`/can-bo/ho-so/${dossierId}`)
  await leader.getByRole('button', { name: 'Ký số để duyệt' }).click()
  await expect(leader.getByRole('heading', { level: 1, name: 'Ký số kết quả giải quyết' })).toBeVisible()
}

/** A leader approves by signing, with or without script. */
export async function approveBySigning(leader: Page, dossierId: string): Promise<void> {
  await openResultToSign(leader, dossierId)
  await signRemotely(leader, 'ky-tu-xa-dung')
  await expect(leader.getByText('Phạm Quốc Dũng đã ký.')).toBeVisible()
}

/** A dossier whose drafted result waits for the leader. */
export async function awaitingApproval(pageOf: PageOf): Promise<string> {
  const id = await submittedDossier(await pageOf('citizen'))
  await act(await pageOf('oneStopOfficer'), id, 'Tiếp nhận')
  const officer = await pageOf('caseOfficer')
  await act(officer, id, 'Nhận xử lý')
  await draftResult(officer, id)
  await act(officer, id, 'Trình duyệt')
  return id
}

/** More dossiers like this one, in the same state, under codes of their own. */
export function moreLike(id: string, count: number): Promise<string[]> {
  const copyDossier = async () => {
    const [copy, draft] = [randomUUID(), randomUUID()]
    const code = `G01.126.08-990101-${String(randomInt(1_000_000, 10_000_000))}`
    await ask(
      (sql) => sql`
        with draft as (
          insert into drafts select (jsonb_populate_record(d, jsonb_build_object('id', ${draft}::text))).*
          from drafts d join dossiers o on o.draft_id = d.id where o.id = ${id} returning id),
        dossier as (
          insert into dossiers select (jsonb_populate_record(o, jsonb_build_object('id', ${copy}::text, 'draft_id', ${draft}::text,
            'submission_code', ${copy.slice(0, 13)}::text, 'dossier_code', ${code}::text))).*
          from dossiers o, draft where o.id = ${id} returning id)
        insert into dossier_results select (jsonb_populate_record(r, jsonb_build_object('dossier_id', ${copy}::text))).*
        from dossier_results r, dossier where r.dossier_id = ${id}`,
    )
    return copy
  }
  return Promise.all(Array.from({ length: count }, copyDossier))
}

const rect = z.object({ page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const issued = z.object({ id: z.string(), number: z.string(), level: z.string() })

/** Where the leader's image and the seal belong on the result of this dossier. */
export async function placesOn(dossierId: string) {
  const [row] = await ask(
    (sql) => sql`select places from result_signings where dossier_id = ${dossierId} and signed_at is not null`,
  )
  return z.object({ places: z.object({ person: rect, organisation: rect }) }).parse(row).places
}

/** The issued result of a dossier. */
export async function resultOf(dossierId: string) {
  const [row] = await ask(
    (sql) => sql`select id, number, signed_level as level from issued_documents
      where dossier_id = ${dossierId} and kind = 'result'`,
  )
  return issued.parse(row)
}

export const codeOf = async (dossierId: string) => {
  const [row] = await ask((sql) => sql`select dossier_code as code from dossiers where id = ${dossierId}`)
  return z.object({ code: z.string() }).parse(row).code
}

/** How often something was done to a dossier. */
export async function timesDone(dossierId: string, action: string): Promise<number> {
  const [row] = await ask(
    (sql) => sql`select count(*)::int as times from audit_log where subject_id = ${dossierId} and action = ${action}`,
  )
  return z.object({ times: z.number() }).parse(row).times
}
