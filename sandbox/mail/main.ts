import { z } from 'zod'
import { startMail } from './mail'

const port = z.coerce.number().int().min(1).max(65_535)
const environment = z
  .object({ SANDBOX_PORT: port, SMTP_PORT: port, SANDBOX_DATA: z.string().min(1) })
  .parse(process.env)

const mail = await startMail({
  httpPort: environment.SANDBOX_PORT,
  smtpPort: environment.SMTP_PORT,
  folder: environment.SANDBOX_DATA,
})
console.log(`mail catcher ready at http://localhost:${String(environment.SANDBOX_PORT)}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void mail.close().then(() => process.exit(0))
  })
}
