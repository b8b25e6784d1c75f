import { expect, it } from 'vitest'
import { run } from './statements'

it('sends few statements for an autosave and for an officer’s page, however long the form and many the files', async () => {
  for (const { name, value, limit } of await run()) expect(value, name).toBeLessThanOrEqual(limit)
})
