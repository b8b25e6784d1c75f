import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { originOf, parseConfig, parseVariables, type Values } from '@/lib/config'
import { startPostgres, type EmbeddedPostgres } from './postgres'
import { demoSeal } from './demo-seal'
import { planSandboxes, sandboxSettings, type Sandbox } from './sandbox'
import { demoSecrets } from './secrets'
import { StartRefused } from './start-refused'

export type Stack = {
  mode: Values['MOT_CUA_MODE']
  folder: string
  port: number
  origin: string
  databaseUrl: string
  /** Null where DATABASE_URL names a server that is not ours. */
  postgres: EmbeddedPostgres | null
  sandboxes: Sandbox[]
  /** The whole environment of the programs: what was given, and what stands in for what was not. */
  settings: Record<string, string>
}

/** The variables on their own, checked before anything is started. */
export function givenVariables(): Values {
  const values = parseVariables(process.env)
  if (!values.ok) throw new StartRefused(values.error)
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
  const postgres = values.DATABASE_URL === undefined ? await startPostgres(folder) : null
  const databaseUrl = values.DATABASE_URL ?? postgres?.url ?? ''
  const seal = sandboxes.some(({ name }) => name === 'pki') ? demoSeal(folder, process.env) : {}
  const standIns = { ...secrets, ...sandboxSettings(sandboxes), ...seal, DATABASE_URL: databaseUrl }
  const settings = { ...standIns, ...given(), MOT_CUA_DATA: folder, ORIGIN: origin }
  const config = parseConfig(settings)
  if (!config.ok) throw new StartRefused(config.error)
  return { mode: 'demo', folder, port: values.PORT, origin, databaseUrl, postgres, sandboxes, settings }
}

/** Nothing stands in for anything: what is missing is named. */
function productionStack(values: Values, folder: string, origin: string): Stack {
  const config = parseConfig(process.env)
  if (!config.ok) throw new StartRefused(config.error)
  const { databaseUrl } = config.value
  const settings = { MOT_CUA_DATA: folder }
  return { mode: 'production', folder, port: values.PORT, origin, databaseUrl, postgres: null, sandboxes: [], settings }
}

/** What the environment sets; an empty value counts as not set. */
function given(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
