import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '@/lib/launcher'

/** Nothing here outlives a power cut, so nothing waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '256MB',
  autovacuum_naptime: '1h',
}

let started: Promise<string> | undefined

/** Address (as owner) of the PostgreSQL that all test runs of this user share; it stays up between runs. */
export function testServer(): Promise<string> {
  started ??= startPostgres(path.join(os.tmpdir(), `mot-cua-tests-${os.userInfo().username}`), {
    settings: SETTINGS,
  }).then((server) => server.url)
  return started
}
