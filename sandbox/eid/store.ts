import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import { z } from 'zod'

const row = z.object({
  payload: z.custom<AdapterPayload>((value) => typeof value === 'object' && value !== null),
  expiresAt: z.number().nullable(),
})
type Row = z.infer<typeof row>
type Rows = Map<string, Row>
const saved = z.array(z.tuple([z.string(), row]))

const SAVE_AFTER_MS = 200

/** The provider's state: in memory, written to one file shortly after each change, so that sign-ins outlive a restart. */
export function openStore(folder: string): { adapter: AdapterFactory; flush(): void } {
  const file = path.join(folder, 'state.json')
  const rows: Rows = new Map(existsSync(file) ? saved.parse(JSON.parse(readFileSync(file, 'utf8'))) : [])
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writeFileSync(`${file}.new`, JSON.stringify([...rows].filter(([, kept]) => isLive(kept))), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const changed = () => {
    timer ??= setTimeout(flush, SAVE_AFTER_MS)
    return Promise.resolve()
  }
  return { adapter: (model) => ({ ...readsOf(rows, model), ...writesOf(rows, model, changed) }), flush }
}

const isLive = (kept: Row) => kept.expiresAt === null || kept.expiresAt > Date.now()

function readsOf(rows: Rows, model: string): Pick<Adapter, 'find' | 'findByUid' | 'findByUserCode'> {
  const firstWhere = (predicate: (payload: AdapterPayload) => boolean) => {
    const found = [...rows].find(
      ([name, kept]) => name.startsWith(`${model}:`) && isLive(kept) && predicate(kept.payload),
    )
    return Promise.resolve(found?.[1].payload)
  }
  return {
    find: (id) => {
      const kept = rows.get(`${model}:${id}`)
      return Promise.resolve(kept !== undefined && isLive(kept) ? kept.payload : undefined)
    },
    findByUid: (uid) => firstWhere((payload) => payload.uid === uid),
    findByUserCode: (userCode) => firstWhere((payload) => payload.userCode === userCode),
  }
}

function writesOf(
  rows: Rows,
  model: string,
  changed: () => Promise<void>,
): Pick<Adapter, 'upsert' | 'consume' | 'destroy' | 'revokeByGrantId'> {
  return {
    upsert: (id, payload, expiresIn) => {
      for (const [name, kept] of rows) if (!isLive(kept)) rows.delete(name)
      rows.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
      })
      return changed()
    },
    consume: (id) => {
      const kept = rows.get(`${model}:${id}`)
      if (kept !== undefined) kept.payload.consumed = Math.floor(Date.now() / 1000)
      return changed()
    },
    destroy: (id) => {
      rows.delete(`${model}:${id}`)
      return changed()
    },
    revokeByGrantId: (grantId) => {
      for (const [name, kept] of rows) if (kept.payload.grantId === grantId) rows.delete(name)
      return changed()
    },
  }
}
