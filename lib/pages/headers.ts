/** Headers every answer carries, whatever serves it. Values that name files of ours allow this origin only. */
export const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'x-permitted-cross-domain-policies': 'none',
}

/** Sent only where the connection is encrypted; a browser ignores it elsewhere. */
export const TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains'

const COMMON = {
  'default-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-src': "'self' blob:",
  'frame-ancestors': "'self'",
} as const

function policy(rows: Record<string, string>): string {
  return Object.entries({ ...COMMON, ...rows })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Content security policy of a page that carries no script at all; `formTargets` as for `interactivePolicy`. */
export function scriptlessPolicy(formTargets: readonly string[]): string {
  return policy({
    'script-src': "'none'",
    'style-src': "'self'",
    'form-action': ["'self'", ...formTargets].join(' '),
  })
}

export const SCRIPTLESS_POLICY = scriptlessPolicy([])

// WebAssembly, which may be compiled but reaches nothing by itself, digests files for signing and checking.
const TRUSTING = "'strict-dynamic' 'wasm-unsafe-eval'"

/** Content security policy of a page whose scripts are always the same: `digests` of the inline ones, which load the others. */
export function latePolicy(digests: readonly string[]): string {
  return policy({
    'script-src': `${digests.join(' ')} ${TRUSTING}`,
    'style-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self' blob:",
    'form-action': "'self'",
  })
}

/**
 * Content security policy of a page whose scripts carry `nonce`. `formTargets` are the origins a form may end at after
 * redirects (the identity provider). Development needs eval and inline styles for hot reload.
 */
export function interactivePolicy(nonce: string, formTargets: readonly string[], isDevelopment: boolean): string {
  return policy({
    'script-src': `'self' 'nonce-${nonce}' ${TRUSTING}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'worker-src': "'self' blob:",
    'form-action': ["'self'", ...formTargets].join(' '),
  })
}
