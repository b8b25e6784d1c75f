import path from 'node:path'
import { provideDemoPeople, type DemoPerson } from '@/lib/accounts/server'
import { parts, workerContext } from '@/lib/runtime/server'

/** Everybody one can sign in as in the demo; gives the officers their passwords on the first start. */
export async function demoPeople(folder: string): Promise<DemoPerson[]> {
  try {
    return await provideDemoPeople(workerContext('start', 'start'), path.join(folder, 'demo-people.json'))
  } finally {
    await parts().close()
  }
}
