import { z } from 'zod'
import { startEid } from './eid'

const environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535),
    SANDBOX_DATA: z.string().min(1),
    PORTAL_ORIGIN: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1),
  })
  .parse(process.env)

const { origin } = new URL(environment.PORTAL_ORIGIN)
const eid = await startEid({
  port: environment.SANDBOX_PORT,
  data: environment.SANDBOX_DATA,
  clientId: environment.OIDC_CLIENT_ID,
  clientSecret: environment.OIDC_CLIENT_SECRET,
  redirectUris: [`${origin}/api/auth/callback/eid`],
  signedOutUris: [`${origin}/dang-xuat/xong`],
})
console.log(`identity provider ready at ${eid.issuer}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void eid.close().then(() => process.exit(0))
  })
}
