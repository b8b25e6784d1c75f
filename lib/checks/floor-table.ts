import { createRequire } from 'node:module'
import { z } from 'zod'

const floors = z.array(z.array(z.string()))
const table = z.object({
  FLOORS: floors,
  ROOF: floors,
  FOR_TESTS: z.array(z.string()),
  ROOMS: z.record(z.string(), z.object({ pure: floors, above: floors })),
})

/** The floors as the walls know them; plain JavaScript there, because they are read by a tool that knows nothing else. */
export const { FLOORS, FOR_TESTS, ROOF, ROOMS } = table.parse(createRequire(import.meta.url)('./floors.cjs'))
