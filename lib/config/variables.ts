import { z } from 'zod'

function urlOf(...protocols: string[]) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
}
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65_535))
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const text = z.string().min(1)
/** 32 bytes in base64, with the mark of a demo secret allowed in front. */
const key32 = z
  .string()
  .transform((value) => new Uint8Array(Buffer.from(value.replace(/^demo-/, ''), 'base64')))
  .refine((bytes) => bytes.byteLength === 32)

const expects = (expected: string) => ({ description: expected })
/** Its value is never repeated in a message. */
const secret = (expected: string) => ({ description: expected, isSecret: true })

/** Every variable of the environment the portal reads; the description says what is expected. */
export const VARIABLES = z.object({
  MOT_CUA_MODE: z.enum(['demo', 'production']).default('demo').meta(expects('demo or production')),
  MOT_CUA_DATA: text.default('.data').meta(expects('a folder')),
  PORT: port.default(3000).meta(expects('a port between 1 and 65535')),
  HOST: text.optional().meta(expects('an address to listen on, such as 0.0.0.0')),
  BEHIND_PROXY: flag.default(false).meta(expects('1 where a proxy sets X-Forwarded-For, else 0')),
  ORIGIN: urlOf('http:', 'https:').optional().meta(expects('the public address, such as https://dichvucong.gov.vn')),
  DATABASE_URL: urlOf('postgres:', 'postgresql:')
    .optional()
    .meta(secret('postgres://user:password@host:port/database')),
  DATABASE_OWNER_URL: urlOf('postgres:', 'postgresql:')
    .optional()
    .meta(secret('postgres://owner:password@host:port/database')),
  S3_ENDPOINT: urlOf('http:', 'https:')
    .optional()
    .meta(expects('the address of an S3 service, such as https://s3.example.vn')),
  S3_BUCKET: text.optional().meta(expects('the name of a bucket')),
  S3_REGION: text.default('us-east-1').meta(expects('the name of a region')),
  S3_ACCESS_KEY_ID: text.optional().meta(expects('an access key id')),
  S3_SECRET_ACCESS_KEY: text.optional().meta(secret('a secret access key')),
  SMTP_URL: urlOf('smtp:', 'smtps:').optional().meta(secret('smtp://user:password@host:port, or smtps')),
  MAIL_FROM: z
    .string()
    .includes('@')
    .default('Một Cửa <khong-tra-loi@localhost.localdomain>')
    .meta(expects('the address mails are sent from')),
  OIDC_ISSUER: urlOf('http:', 'https:').optional().meta(expects('the address of an OpenID Connect issuer')),
  PKI_ORIGIN: urlOf('http:', 'https:').optional().meta(expects('the address of the trial certification authorities')),
  TSA_URL: urlOf('http:', 'https:').optional().meta(expects('the address of a timestamping authority (RFC 3161)')),
  SEAL_FOLDER: text
    .optional()
    .meta(expects('a folder with one folder an agency, named by its code, that holds seal.p12 and password')),
  SEAL_AGENCY: text.optional().meta(expects('the code of the agency whose seal this is, such as G01.126.08')),
  SEAL_PKCS12: text.optional().meta(expects('a PKCS#12 file with the key and certificate of the seal')),
  SEAL_PKCS11_MODULE: text.optional().meta(expects('the PKCS#11 library of the token, such as libsofthsm2.so')),
  SEAL_PKCS11_TOKEN: text.optional().meta(expects('the label of the token')),
  SEAL_PKCS11_ID: z
    .string()
    .regex(/^([0-9a-f]{2})+$/i)
    .optional()
    .meta(expects('the id of key and certificate on the token in hexadecimal, such as 01')),
  SEAL_PKCS11_CHAIN: text.optional().meta(expects('a PEM file with the certificates of the authorities above it')),
  SEAL_PASSWORD_FILE: text.optional().meta(expects('a file that holds the password or PIN of the seal')),
  CSC_URL: urlOf('http:', 'https:')
    .optional()
    .meta(expects('the address of a remote signing service, such as https://ky.example.vn/csc/v2')),
  CSC_CLIENT_ID: text.optional().meta(expects('the client id given by the remote signing service')),
  CSC_CLIENT_SECRET: text.optional().meta(secret('the client secret given by the remote signing service')),
  OIDC_CLIENT_ID: text.optional().meta(expects('the client id given by the issuer')),
  OIDC_CLIENT_SECRET: text.optional().meta(secret('the client secret given by the issuer')),
  CLAMD_HOST: text.optional().meta(expects('the host clamd listens on')),
  CLAMD_PORT: port.default(3310).meta(expects('a port between 1 and 65535')),
  CLAMD_SOCKET: text.optional().meta(expects('the path of the socket clamd listens on')),
  ALLOW_UNSCANNED: flag.default(false).meta(expects('1 to accept files no scanner has seen, else 0')),
  AUTH_SECRET: z.string().min(32).optional().meta(secret('at least 32 characters')),
  PERSONAL_DATA_KEY: key32.optional().meta(secret('32 bytes in base64')),
  METRICS_TOKEN: z.string().min(16).optional().meta(secret('at least 16 characters')),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .meta(expects('silent, error, warn, info or debug')),
})
export type Values = z.infer<typeof VARIABLES>
export type Name = keyof Values
export const NAMES = VARIABLES.keyof().options

/** What is expected of a variable, in words, and whether its value may be shown. */
export function describeVariable(name: Name): { expected: string; isSecret: boolean } {
  const meta = VARIABLES.shape[name].meta()
  return { expected: meta?.description ?? '', isSecret: meta?.['isSecret'] === true }
}
