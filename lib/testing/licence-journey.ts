import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Actor, Officer } from '@/lib/access'
import { receiveFile } from '@/lib/attachments/server'
import type { Field } from '@/lib/forms'
import { aCitizen, anOfficer, anonymous, database, testCtx } from './index'
import {
  mayAttach,
  officerAct,
  openDraft,
  savePage,
  startDraft,
  startSupplement,
  submitDraft,
} from '@/lib/dossiers/server'

const SLUG = 'doi-giay-phep-lai-xe'
/** The seed's sample answers are of a later day. */
const EARLIER: Record<string, string> = { 'healthCert.date': '01/09/2026' }

/** A driving licence's applicant and officers at work, at an hour the test moves on. */
export async function licenceJourney(from: Date) {
  const test = await database()
  const clock = { now: from }
  const as = (actor: Actor) => ({ ...testCtx(test.db, actor, clock.now), now: clock.now })
  let an = await aCitizen(as(anonymous))
  const [desk, minh, head, leader] = await Promise.all(
    ['hoa.nguyen', 'minh.tran', 'long.vu', 'dung.pham'].map((username) => anOfficer(test.db, username)),
  )
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licence-'))

  /** Attaches a file whose name tells it from the others; what is refused fails. */
  async function attach(holderId: string, requirementCode: string, name: string): Promise<string> {
    const rule = ok(await mayAttach(as(an), holderId, requirementCode))
    const document = await PDFDocument.create()
    document.addPage([300, 400]).drawText(name)
    const file = path.join(folder, randomUUID())
    writeFileSync(file, await document.save())
    const accepts = ['image', 'pdf'] as const
    const received = { path: file, givenName: `${name}.pdf`, holderId, requirementCode, uploadId: randomUUID() }
    return ok(await receiveFile(as(an), { ...received, rule: { ...rule, accepts } })).id
  }

  /** Saves a page of a draft. */
  async function save(draftId: string, pageId: string, typed: Record<string, string>) {
    return savePage(as(an), draftId, pageId, formOf(typed))
  }

  async function fill(draftId: string): Promise<void> {
    for (;;) {
      const opened = ok(await openDraft(as(an), draftId))
      const pageId = opened.journey.firstUnanswered
      const page = opened.journey.pages.find((state) => state.page.id === pageId)?.page
      if (pageId === undefined || page === undefined) return
      ok(await save(draftId, pageId, Object.fromEntries(page.fields.flatMap(typedFor))))
    }
  }

  /** A draft with every question answered. */
  async function fillDraft(): Promise<string> {
    const draftId = ok(await startDraft(as(an), SLUG))
    await fill(draftId)
    return draftId
  }

  /** A draft with both sides of the licence, ready to be handed in. */
  async function ready(): Promise<string> {
    const draftId = await fillDraft()
    const opened = ok(await openDraft(as(an), draftId))
    const uploads = opened.documents.filter(({ origin, isRequired }) => origin === 'upload' && isRequired)
    for (const { code } of uploads) {
      const names = code === 'GPLX' ? ['mat-truoc', 'mat-sau'] : [code]
      for (const name of names) await attach(draftId, code, name)
    }
    return draftId
  }

  async function submit(): Promise<string> {
    return ok(await submitDraft(as(an), await ready())).dossierId
  }

  async function act(who: Officer | undefined, id: string, command: string, entries: Record<string, string> = {}) {
    if (who === undefined) throw new Error('no such officer')
    return officerAct(as(who), id, command, formOf(entries))
  }

  async function inReview(): Promise<string> {
    const id = await submit()
    ok(await act(desk, id, 'accept'))
    ok(await act(minh, id, 'take'))
    return id
  }

  return {
    ...{ test, as, desk, minh, head, leader, attach, save, filled: fillDraft, ready, submitted: submit, inReview, act },
    get an() {
      return an
    },
    /** Time goes by, and the applicant signs in anew. */
    async later(hours: number) {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
      an = await aCitizen(as(anonymous))
    },
    buffer: async (id: string) => ok(await startSupplement(as(an), id)),
  }
}

/** The value of what has to succeed. */
export function ok<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export function formOf(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}

/** The inputs of a supplement request: each item ticked, with how to mend it. */
export function asking(...items: (readonly ['field' | 'document', string, string])[]): Record<string, string> {
  const inputs = items.flatMap(([target, ref, reason], index) =>
    Object.entries({ on: '1', target, ref, reason, howToMend: `Sửa lại ${ref}.` }).map(
      ([part, value]) => [`items.${String(index)}.${part}`, value] as const,
    ),
  )
  return { ...Object.fromEntries(inputs), note: '' }
}

/** A right answer to a question, as its page sends it. */
export function typedFor(field: Field): [string, string][] {
  const sample = EARLIER[field.id] ?? field.sample
  if (typeof sample === 'object' && sample !== null && !Array.isArray(sample))
    return Object.entries(sample).map(([part, value]) => [`${field.id}.${part}`, String(value)])
  return typeof sample === 'string' || typeof sample === 'number' || typeof sample === 'boolean'
    ? [[field.id, String(sample)]]
    : []
}
