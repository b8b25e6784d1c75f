import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({ AUTH_SECRET: z.string(), PERSONAL_DATA_KEY: z.string(), OIDC_CLIENT_SECRET: z.string() })
export type DemoSecrets = z.infer<typeof schema>

/** Secrets of a demo installation, made on its first start; the mark in front makes production refuse them. */
export function demoSecrets(folder: string): DemoSecrets {
  const file = path.join(folder, 'secrets.json')
  if (!existsSync(file)) {
    const secrets: DemoSecrets = {
      AUTH_SECRET: `demo-${randomBytes(32).toString('base64url')}`,
      PERSONAL_DATA_KEY: `demo-${randomBytes(32).toString('base64')}`,
      OIDC_CLIENT_SECRET: `demo-${randomBytes(24).toString('base64url')}`,
    }
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
