import Provider, { interactionPolicy } from 'oidc-provider'
import type { AdapterFactory, ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Keys } from './keys'
import { errorPage, signedOutPage, signOutPage } from './pages'
import { ACR, CLAIM_NAMES, personOf } from './people'

export const INTERACTION_PATH = '/giao-dich'

/** Whether the request asks for a one-time code on top of the plain sign-in. */
export function asksForCode(acrValues: unknown): boolean {
  return typeof acrValues === 'string' && acrValues.split(' ').includes(ACR.oneTimeCode)
}

function policy() {
  const prompts = interactionPolicy.base()
  prompts
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'step_up',
        'a one-time code is required',
        (ctx) => asksForCode(ctx.oidc.params?.['acr_values']) && ctx.oidc.session?.acr !== ACR.oneTimeCode,
      ),
    )
  return prompts
}

/** The one client is the portal itself: what it may receive is told on the sign-in page, so no second page asks. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grantId = session.grantIdFor(client.clientId)
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  if (existing !== undefined) return existing
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}

/** Life of codes, tokens and sessions, in seconds. */
const TTL = { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Interaction: 900, Session: 28_800, Grant: 28_800 }

const features: Configuration['features'] = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      ctx.body = signOutPage(form)
    },
    postLogoutSuccessSource: (ctx) => {
      ctx.body = signedOutPage()
    },
  },
}

const findAccount: Configuration['findAccount'] = (_ctx, id) => {
  const claims = personOf(id)
  return claims === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...claims }) }
}

const renderError: Configuration['renderError'] = (ctx, out) => {
  ctx.type = 'html'
  ctx.body = errorPage(`${out.error}: ${out.error_description ?? ''}`)
}

/** An OpenID provider: code flow with PKCE only, claims from userinfo, sign-out started by the client. */
export function createProvider(issuer: string, client: ClientMetadata, keys: Keys, adapter: AdapterFactory): Provider {
  return new Provider(issuer, {
    adapter,
    clients: [client],
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookies,
      names: { session: 'eid.session', interaction: 'eid.interaction', resume: 'eid.resume' },
    },
    acrValues: Object.values(ACR),
    claims: { openid: ['sub'], profile: CLAIM_NAMES },
    scopes: ['openid', 'profile'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: TTL,
    features,
    interactions: { policy: policy(), url: (_ctx, interaction) => `${INTERACTION_PATH}/${interaction.uid}` },
    findAccount,
    loadExistingGrant: grantAll,
    renderError,
  })
}
