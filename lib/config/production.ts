import type { Name, Values } from './variables'

/** Left by `npm start` in front of every secret it makes for the demo. */
const DEMO_MARK = 'demo-'
const MAIL_PORTS = ['', '25', '465', '587']

function isOnThisMachine(address: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname)
}

type Rule = {
  name: Name
  isBroken: (values: Values, raw: Record<string, string | undefined>) => boolean
  words: string
}

const isDemoSecret =
  (name: Name): Rule['isBroken'] =>
  (_, raw) =>
    raw[name]?.startsWith(DEMO_MARK) === true

/** What a production installation must not do; the first broken rule stops the start. */
const RULES: Rule[] = [
  {
    name: 'ORIGIN',
    isBroken: ({ ORIGIN }) => ORIGIN?.startsWith('https:') !== true,
    words: 'must be set to an https address in production',
  },
  ...(['AUTH_SECRET', 'PERSONAL_DATA_KEY', 'OIDC_CLIENT_SECRET'] as const).map((name) => ({
    name,
    isBroken: isDemoSecret(name),
    words: 'is a secret of the demo: production expects one of its own',
  })),
  {
    name: 'OIDC_ISSUER',
    isBroken: ({ OIDC_ISSUER }) => OIDC_ISSUER !== undefined && isOnThisMachine(OIDC_ISSUER),
    words: 'points at the sandbox on this machine: production expects a real identity provider',
  },
  {
    name: 'OIDC_ISSUER',
    isBroken: ({ OIDC_ISSUER }) => OIDC_ISSUER?.startsWith('http:') === true,
    words: 'is not encrypted: production expects an https address',
  },
  {
    name: 'PKI_ORIGIN',
    isBroken: ({ PKI_ORIGIN }) => PKI_ORIGIN !== undefined,
    words: 'names trial certification authorities: production trusts only what its administrators add',
  },
  {
    name: 'TSA_URL',
    isBroken: ({ TSA_URL }) => TSA_URL !== undefined && isOnThisMachine(TSA_URL),
    words: 'points at the sandbox on this machine: production expects a real timestamping authority',
  },
  {
    name: 'CSC_URL',
    isBroken: ({ CSC_URL }) => CSC_URL !== undefined && isOnThisMachine(CSC_URL),
    words: 'points at the sandbox on this machine: production expects a real remote signing service',
  },
  {
    name: 'SMTP_URL',
    isBroken: ({ SMTP_URL }) =>
      SMTP_URL !== undefined && isOnThisMachine(SMTP_URL) && !MAIL_PORTS.includes(new URL(SMTP_URL).port),
    words: 'points at the sandbox on this machine: production expects a real mail server (port 25, 465 or 587)',
  },
  {
    name: 'CLAMD_HOST',
    isBroken: ({ CLAMD_HOST, CLAMD_SOCKET, ALLOW_UNSCANNED }) =>
      CLAMD_HOST === undefined && CLAMD_SOCKET === undefined && !ALLOW_UNSCANNED,
    words: 'is not set: production expects a scanner (CLAMD_HOST or CLAMD_SOCKET), or ALLOW_UNSCANNED=1',
  },
]

/** One line on the first thing that must not be so in production, or null. */
export function productionProblem(values: Values, raw: Record<string, string | undefined>): string | null {
  const broken = RULES.find((rule) => rule.isBroken(values, raw))
  return broken === undefined ? null : `${broken.name} ${broken.words}`
}
