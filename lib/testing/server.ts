import os from 'node:os'
import path from 'node:path'
import { provideLogin, startPostgres } from '@/lib/postgres/server'

/** Nothing here outlives a power cut, so nothing waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '256MB',
  autovacuum_naptime: '1h',
}

type Addresses = { admin: string; application: string }
let started: Promise<Addresses> | undefined

/** The PostgreSQL that all test runs of this user share, as its owner and as the application; it stays up between runs. */
export function testServer(): Promise<Addresses> {
  started ??= start()
  return started
}

async function start(): Promise<Addresses> {
  const folder = path.join(os.tmpdir(), `mot-cua-tests-${os.userInfo().username}`)
  const { url } = await startPostgres(folder, { settings: SETTINGS })
  return { admin: url, application: await provideLogin(url, folder) }
}
