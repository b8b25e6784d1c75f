import path from 'node:path'
import { z } from 'zod'
import { startPki } from './pki'

const environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535),
    SANDBOX_DATA: z.string().min(1),
    PKI_CLIENT_ID: z.string().min(1).optional(),
    PKI_CLIENT_SECRET: z.string().min(16).optional(),
  })
  .parse(process.env)

const { SANDBOX_PORT: port, SANDBOX_DATA: data, PKI_CLIENT_ID: clientId, PKI_CLIENT_SECRET: clientSecret } = environment
const pki = await startPki({
  port,
  dataDir: path.resolve(data),
  ...(clientId !== undefined && { clientId }),
  ...(clientSecret !== undefined && { clientSecret }),
})
console.log(`pki ready at ${pki.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void pki.close().then(() => process.exit(0))
  })
}
