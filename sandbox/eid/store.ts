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
    writeFileSync(`${file}.new`, JSON.stringify([...rows].filter(([, row]) => isLive(row))), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const scheduleFlush = () => {
    timer ??= setTimeout(flush, SAVE_AFTER_MS)
    return Promise.resolve()
  }
  return { adapter: (model) => ({ ...readsOf(rows, model), ...writesOf(rows, model, scheduleFlush) }), flush }
}

const isLive = (row: Row) => row.expiresAt === null || row.expiresAt > Date.now()

function readsOf(rows: Rows, model: string): Pick<Adapter, 'find' | 'findByUid' | 'findByUserCode'> {
  const firstWhere = (predicate: (payload: AdapterPayload) => boolean) => {
    const match = [...rows].find(([name, row]) => name.startsWith(`${model}:`) && isLive(row) && predicate(row.payload))
    return Promise.resolve(match?.[1].payload)
  }
  return {
    find: (id) => {
      const row = rows.get(`${model}:${id}`)
      return Promise.resolve(row !== undefined && isLive(row) ? row.payload : undefined)
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
      for (const [name, row] of rows) if (!isLive(row)) rows.delete(name)
      rows.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
      })
      return changed()
    },
    consume: (id) => {
      const row = rows.get(`${model}:${id}`)
      if (row !== undefined) row.payload.consumed = Math.floor(Date.now() / 1000)
      return changed()
    },
    destroy: (id) => {
      rows.delete(`${model}:${id}`)
      return changed()
    },
    revokeByGrantId: (grantId) => {
      for (const [name, row] of rows) if (row.payload.grantId === grantId) rows.delete(name)
      return changed()
    },
  }
}
