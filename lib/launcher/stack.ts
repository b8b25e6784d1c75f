import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { originOf, parseConfig, parseVariables, type Values } from '@/lib/config'
import { provideLogin, startPostgres, type EmbeddedPostgres } from '@/lib/postgres/server'
import { StartRefused } from '@/lib/processes/server'
import { demoSeal } from './demo-seal'
import { planSandboxes, sandboxSettings, type Sandbox } from './sandbox'
import { demoSecrets } from './secrets'

export type Stack = {
  mode: Values['MOT_CUA_MODE']
  folder: string
  port: number
  origin: string
  /** With the application's login. */
  databaseUrl: string
  /** As the owner of the tables; null where only the application's address is known. */
  ownerUrl: string | null
  /** Null where the server is not ours. */
  postgres: EmbeddedPostgres | null
  sandboxes: Sandbox[]
  /** The whole environment of the programs: what was given, and what stands in for what was not. */
  settings: Record<string, string>
}

/** The variables on their own, checked before anything is started. */
export function givenVariables(): Values {
  const values = parseVariables(process.env)
  if (!values.ok) throw new StartRefused(values.error)
  // Whatever is started from here on must not inherit it.
  delete process.env['DATABASE_OWNER_URL']
  return values.value
}

export function dataFolder(values: Values): string {
  const folder = path.resolve(values.MOT_CUA_DATA)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** In production nothing is made up, so what is wrong can be told before anything is built or started. */
export function refuseWrongProduction(values: Values): void {
  if (values.MOT_CUA_MODE !== 'production') return
  const config = parseConfig(process.env)
  if (!config.ok) throw new StartRefused(config.error)
}

/** Starts what stands in for the outside world (in a demo) and completes the configuration with it. */
export async function startStack(values: Values): Promise<Stack> {
  const folder = dataFolder(values)
  const origin = originOf(values)
  if (values.MOT_CUA_MODE === 'production') return productionStack(values, folder, origin)
  const secrets = demoSecrets(folder)
  const sandboxes = await planSandboxes({
    ...{ portalPort: values.PORT, portalOrigin: origin, folder },
    clientSecret: secrets.OIDC_CLIENT_SECRET,
  })
  const { postgres, databaseUrl, ownerUrl } = await demoDatabase(values, folder)
  const seal = sandboxes.some(({ name }) => name === 'pki') ? demoSeal(folder, process.env) : {}
  const standIns = { ...secrets, ...sandboxSettings(sandboxes), ...seal }
  const settings = { ...standIns, ...setVariables(), DATABASE_URL: databaseUrl, MOT_CUA_DATA: folder, ORIGIN: origin }
  const config = parseConfig(settings)
  if (!config.ok) throw new StartRefused(config.error)
  return { mode: 'demo', folder, port: values.PORT, origin, databaseUrl, ownerUrl, postgres, sandboxes, settings }
}

/** Where only one address is given it is the owner's, and the application's login is made from it. */
async function demoDatabase(
  values: Values,
  folder: string,
): Promise<Pick<Stack, 'databaseUrl' | 'ownerUrl' | 'postgres'>> {
  const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: givenOwnerUrl } = values
  if (databaseUrl !== undefined && givenOwnerUrl !== undefined)
    return { databaseUrl, ownerUrl: givenOwnerUrl, postgres: null }
  const givenUrl = givenOwnerUrl ?? databaseUrl
  const postgres = givenUrl === undefined ? await startPostgres(folder) : null
  const ownerUrl = givenUrl ?? postgres?.url ?? ''
  return { databaseUrl: await provideLogin(ownerUrl, folder), ownerUrl, postgres }
}

/** Nothing stands in for anything: what is missing is named. */
function productionStack(values: Values, folder: string, origin: string): Stack {
  const config = parseConfig(process.env)
  if (!config.ok) throw new StartRefused(config.error)
  const { databaseUrl } = config.value
  const ownerUrl = values.DATABASE_OWNER_URL ?? null
  const settings = { MOT_CUA_DATA: folder }
  const own = { postgres: null, sandboxes: [], settings }
  return { mode: 'production', folder, port: values.PORT, origin, databaseUrl, ownerUrl, ...own }
}

/** What the environment sets; an empty value counts as not set. */
function setVariables(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
