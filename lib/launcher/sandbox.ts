import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@/lib/processes/server'

type Seat = { name: string; offset: number; isWanted: (environment: NodeJS.ProcessEnv) => boolean }

/** Stand-ins for the outside world and the port each prefers, counted from the portal's; a real service replaces its stand-in. */
const SEATS: readonly Seat[] = [
  { name: 'eid', offset: 1, isWanted: ({ OIDC_ISSUER }) => !OIDC_ISSUER },
  { name: 'mail', offset: 2, isWanted: ({ SMTP_URL }) => !SMTP_URL },
  { name: 'pki', offset: 4, isWanted: () => true },
]
const SMTP_OFFSET = 3

export type Sandbox = { name: string; origin: string; port: number; environment: Record<string, string> }

export type SandboxWishes = { portalPort: number; portalOrigin: string; folder: string; clientSecret: string }

/** The sandbox services this start needs, each with its port, its folder and the environment it is told. */
export async function planSandboxes(wishes: SandboxWishes): Promise<Sandbox[]> {
  const seats = SEATS.filter((seat) => seat.isWanted(process.env) && existsSync(`sandbox/${seat.name}/main.ts`))
  const planned: Sandbox[] = []
  for (const seat of seats) planned.push(await plan(seat, wishes))
  return planned
}

async function plan(seat: Seat, { portalPort, portalOrigin, folder, clientSecret }: SandboxWishes): Promise<Sandbox> {
  const data = path.resolve(folder, 'sandbox', seat.name)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const port = await freePort(portalPort + seat.offset)
  const origin = `http://localhost:${String(port)}`
  const smtp = seat.name === 'mail' ? { SMTP_PORT: String(await freePort(portalPort + SMTP_OFFSET)) } : {}
  return {
    name: seat.name,
    origin,
    port,
    environment: {
      ...{ SANDBOX_PORT: String(port), SANDBOX_DATA: data, SANDBOX_ORIGIN: origin, PORTAL_ORIGIN: portalOrigin },
      ...{ OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: clientSecret },
      ...CSC_CLIENT,
      ...smtp,
    },
  }
}

const CLIENT_ID = 'mot-cua'
/** Told to both sides; it opens nothing outside the trial. */
const CSC_CLIENT = { CSC_CLIENT_ID: CLIENT_ID, CSC_CLIENT_SECRET: 'demo-mot-cua-ky-tu-xa' }

/** What the portal must be told to use the sandbox services. */
export function sandboxSettings(sandboxes: readonly Sandbox[]): Record<string, string> {
  const eid = sandboxes.find(({ name }) => name === 'eid')
  const mail = sandboxes.find(({ name }) => name === 'mail')
  const pki = sandboxes.find(({ name }) => name === 'pki')
  return {
    ...(eid && {
      OIDC_ISSUER: eid.origin,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: eid.environment['OIDC_CLIENT_SECRET'] ?? '',
    }),
    ...(mail && { SMTP_URL: `smtp://127.0.0.1:${mail.environment['SMTP_PORT'] ?? ''}`, MAIL_WEB: mail.origin }),
    ...(pki && { PKI_ORIGIN: pki.origin, CSC_URL: `${pki.origin}/csc/v2`, ...CSC_CLIENT }),
  }
}
