import path from 'node:path'
import type { z } from 'zod'
import { err, ok, type Result } from '@/lib/kernel'
import { productionProblem } from './production'
import { describeVariable, NAMES, VARIABLES, type Name, type Values } from './variables'

export type Environment = Record<string, string | undefined>

type S3 = { kind: 's3'; endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

export type Seal = {
  agencyCode: string
  key:
    | { kind: 'pkcs12'; file: string; passwordFile: string }
    | { kind: 'pkcs11'; module: string; token: string; id: string; passwordFile: string; chainFile: string }
}

export type Config = {
  mode: 'demo' | 'production'
  /** Everything the portal keeps on disk. */
  dataFolder: string
  port: number
  host: string
  /** The address people type, without a slash at the end. */
  origin: string
  /** Whether a proxy in front sets X-Forwarded-For. */
  isBehindProxy: boolean
  /** With the application's own login; its owner's address is the launcher's affair alone. */
  databaseUrl: string
  blobs: { kind: 'disk'; folder: string } | S3
  smtp: { url: string; from: string }
  oidc: { issuer: string; clientId: string; clientSecret: string }
  /** The certification authorities of the trial; null in production. */
  pkiOrigin: string | null
  /** Where signatures get their proof of time; null where none is configured. */
  tsaUrl: string | null
  /** The remote signing service; null where none is configured. */
  csc: { url: string; clientId: string; clientSecret: string } | null
  /** The seal this portal puts on what its agency issues, or a folder of several agencies' seals; null where it holds none. */
  seal: Seal | { folder: string } | null
  scanner: { kind: 'none' } | { kind: 'clamd'; address: { host: string; port: number } | { path: string } }
  secrets: { session: string; personalData: Uint8Array }
  metricsToken: string | null
  logLevel: Values['LOG_LEVEL']
}

/** Each variable on its own, an empty one counting as not set; what the launcher needs before the rest exists. */
export function parseVariables(environment: Environment): Result<Values, string> {
  return parseWith(VARIABLES, environment)
}

const COMPLETE = VARIABLES.required({
  DATABASE_URL: true,
  SMTP_URL: true,
  OIDC_ISSUER: true,
  OIDC_CLIENT_ID: true,
  OIDC_CLIENT_SECRET: true,
  AUTH_SECRET: true,
  PERSONAL_DATA_KEY: true,
})
const COMPLETE_S3 = VARIABLES.required({
  S3_ENDPOINT: true,
  S3_BUCKET: true,
  S3_ACCESS_KEY_ID: true,
  S3_SECRET_ACCESS_KEY: true,
})

const SEAL_IN_FILE = VARIABLES.required({ SEAL_AGENCY: true, SEAL_PKCS12: true, SEAL_PASSWORD_FILE: true })
const SEAL_ON_TOKEN = VARIABLES.required({
  SEAL_AGENCY: true,
  SEAL_PKCS11_MODULE: true,
  SEAL_PKCS11_TOKEN: true,
  SEAL_PKCS11_ID: true,
  SEAL_PKCS11_CHAIN: true,
  SEAL_PASSWORD_FILE: true,
})
const SEAL_NAMES = NAMES.filter((name) => name.startsWith('SEAL_'))

/** The whole configuration, or one line that names the variable, what is wrong with it and what is expected. */
export function parseConfig(environment: Environment): Result<Config, string> {
  const values = parseWith(COMPLETE, environment)
  if (!values.ok) return values
  const blobs = blobsOf(values.value, environment)
  if (!blobs.ok) return blobs
  const problem = values.value.MOT_CUA_MODE === 'production' ? productionProblem(values.value, environment) : null
  if (problem !== null) return err(problem)
  const seal = sealOf(values.value, environment)
  return seal.ok ? ok({ ...configOf(values.value), blobs: blobs.value, seal: seal.value }) : seal
}

function parseWith<T>(schema: z.ZodType<T>, environment: Environment): Result<T, string> {
  const variables = Object.fromEntries(
    NAMES.map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  )
  const parsed = schema.safeParse(variables)
  if (parsed.success) return ok(parsed.data)
  const wrong = NAMES.find((name) => parsed.error.issues.some((issue) => issue.path[0] === name))
  return err(wrong === undefined ? parsed.error.message : problemWith(wrong, variables[wrong]))
}

function problemWith(name: Name, value: string | undefined): string {
  const { expected, isSecret } = describeVariable(name)
  const shown = isSecret ? 'has a value that cannot be used' : `is ${JSON.stringify(value)}`
  return `${name} ${value === undefined ? 'is not set' : shown}: expected ${expected}`
}

/** Half an S3 configuration is a mistake, none of it means files on disk. */
function blobsOf(values: Values, environment: Environment): Result<Config['blobs'], string> {
  const wantsS3 = [values.S3_ENDPOINT, values.S3_BUCKET, values.S3_ACCESS_KEY_ID, values.S3_SECRET_ACCESS_KEY]
  if (wantsS3.every((value) => value === undefined))
    return ok({ kind: 'disk', folder: path.join(values.MOT_CUA_DATA, 'blobs') })
  const s3 = parseWith(COMPLETE_S3, environment)
  if (!s3.ok) return s3
  return ok({
    kind: 's3',
    endpoint: s3.value.S3_ENDPOINT,
    bucket: s3.value.S3_BUCKET,
    region: s3.value.S3_REGION,
    accessKeyId: s3.value.S3_ACCESS_KEY_ID,
    secretAccessKey: s3.value.S3_SECRET_ACCESS_KEY,
  })
}

/** Half a seal is a mistake: what was meant to be sealed would go out without. */
function sealOf(values: Values, environment: Environment): Result<Config['seal'], string> {
  const names = SEAL_NAMES.filter((name) => values[name] !== undefined)
  if (names.length === 0) return ok(null)
  if (values.SEAL_FOLDER !== undefined && names.length === 1) return ok({ folder: values.SEAL_FOLDER })
  if (values.SEAL_PKCS12 !== undefined) {
    const file = parseWith(SEAL_IN_FILE, environment)
    if (!file.ok) return file
    const { SEAL_AGENCY: agencyCode, SEAL_PKCS12, SEAL_PASSWORD_FILE: passwordFile } = file.value
    return ok({ agencyCode, key: { kind: 'pkcs12', file: SEAL_PKCS12, passwordFile } })
  }
  const token = parseWith(SEAL_ON_TOKEN, environment)
  if (!token.ok) return token
  const { SEAL_AGENCY: agencyCode, SEAL_PASSWORD_FILE: passwordFile, ...on } = token.value
  const { SEAL_PKCS11_MODULE: module, SEAL_PKCS11_TOKEN, SEAL_PKCS11_ID: id, SEAL_PKCS11_CHAIN: chainFile } = on
  return ok({ agencyCode, key: { kind: 'pkcs11', module, token: SEAL_PKCS11_TOKEN, id, passwordFile, chainFile } })
}

function configOf(values: z.infer<typeof COMPLETE>): Omit<Config, 'blobs' | 'seal'> {
  return {
    mode: values.MOT_CUA_MODE,
    dataFolder: values.MOT_CUA_DATA,
    port: values.PORT,
    host: values.HOST ?? (values.MOT_CUA_MODE === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    origin: originOf(values),
    isBehindProxy: values.BEHIND_PROXY,
    databaseUrl: values.DATABASE_URL,
    smtp: { url: values.SMTP_URL, from: values.MAIL_FROM },
    oidc: { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET },
    pkiOrigin: values.PKI_ORIGIN?.replace(/\/+$/, '') ?? null,
    tsaUrl: values.TSA_URL ?? (values.PKI_ORIGIN === undefined ? null : new URL('/tsa', values.PKI_ORIGIN).href),
    csc: remoteSignerOf(values),
    scanner: scannerOf(values),
    secrets: { session: values.AUTH_SECRET, personalData: values.PERSONAL_DATA_KEY },
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
  }
}

/** The address people type, without a slash at the end. */
export function originOf(values: Values): string {
  return (values.ORIGIN ?? `http://localhost:${String(values.PORT)}`).replace(/\/+$/, '')
}

function remoteSignerOf({
  CSC_URL: url,
  CSC_CLIENT_ID: clientId,
  CSC_CLIENT_SECRET: clientSecret,
}: Values): Config['csc'] {
  if (url === undefined || clientId === undefined || clientSecret === undefined) return null
  return { url: url.replace(/\/+$/, ''), clientId, clientSecret }
}

function scannerOf(values: Values): Config['scanner'] {
  if (values.CLAMD_SOCKET !== undefined) return { kind: 'clamd', address: { path: values.CLAMD_SOCKET } }
  if (values.CLAMD_HOST === undefined) return { kind: 'none' }
  return { kind: 'clamd', address: { host: values.CLAMD_HOST, port: values.CLAMD_PORT } }
}
