import path from 'node:path'
import { z } from 'zod'
import { startEid } from './eid'

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    DATA: z.string().min(1),
    CLIENT_ID: z.string().min(1),
    CLIENT_SECRET: z.string().min(16),
    /** Origin of the portal, e.g. http://localhost:3000 */
    CLIENT_ORIGIN: z.url(),
  })
  .parse(process.env)

const origin = new URL(environment.CLIENT_ORIGIN).origin
const eid = await startEid({
  port: environment.PORT,
  data: path.resolve(environment.DATA),
  clientId: environment.CLIENT_ID,
  clientSecret: environment.CLIENT_SECRET,
  redirectUris: [`${origin}/api/auth/callback/eid`],
  signedOutUris: [`${origin}/dang-xuat`],
})
console.log(`eid ready at ${eid.issuer}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void eid.close().then(() => process.exit(0))
  })
}
