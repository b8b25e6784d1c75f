import path from 'node:path'
import { z } from 'zod'
import { startPki } from './pki'

const environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535),
    SANDBOX_DATA: z.string().min(1),
    PORTAL_ORIGIN: z.url().optional(),
    CSC_CLIENT_ID: z.string().min(1).optional(),
    CSC_CLIENT_SECRET: z.string().min(16).optional(),
  })
  .parse({ SANDBOX_PORT: process.env['PORT'], SANDBOX_DATA: process.env['DATA'], ...process.env })

const { SANDBOX_PORT: port, SANDBOX_DATA: data, PORTAL_ORIGIN: portal } = environment
const { CSC_CLIENT_ID: clientId, CSC_CLIENT_SECRET: clientSecret } = environment
const pki = await startPki({
  port,
  dataDir: path.resolve(data),
  ...(portal !== undefined && { portalOrigin: new URL(portal).origin }),
  ...(clientId !== undefined && { clientId }),
  ...(clientSecret !== undefined && { clientSecret }),
})
console.log(`certificates, timestamps and remote signing ready at ${pki.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void pki.close().then(() => process.exit(0))
  })
}
