import * as oidc from 'openid-client'
import { EnvHttpProxyAgent, fetch as fetchBy } from 'undici'
import type { Settings, SingleSignOnSettings } from '../../settings.ts'
import { type Claims, mergedClaims, valuesAt } from './claims.ts'
import { NotSignedOn, notSignedOn } from './not-signed-on.ts'

/** How long the provider has for each answer, in seconds. */
const patience = 10

/** What one attempt to sign in has to remember until the provider leads back. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** Whom the provider says somebody is. */
export interface Shown {
  issuer: string
  subject: string
  claims: Claims
  identityToken: string
}

/** Addresses of this registry to which the provider leads back. */
export interface WaysBack {
  signIn: string
  signOut: string
}

/**
 * The one way to the provider of single sign-on: OpenID Connect, authorization code with PKCE. What the provider can do is asked when
 * somebody first needs it, and again where that failed, so that a provider that is away stops nothing else.
 */
export class ProviderDoor {
  private readonly settings: SingleSignOnSettings
  private readonly back: WaysBack
  private readonly fetch: oidc.CustomFetch | undefined
  private found: Promise<oidc.Configuration> | undefined

  constructor(settings: SingleSignOnSettings, back: WaysBack, proxy: Settings['sources']['proxy']) {
    this.settings = settings
    this.back = back
    this.fetch = proxy && fetchThrough(proxy)
  }

  /** The address at which to begin. Throws NotSignedOn where the provider does not answer. */
  async begin(): Promise<{ address: string; attempt: Attempt }> {
    const provider = await this.provider()
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.back.signIn,
      scope: this.settings.scopes,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, attempt: { state, nonce, verifier } }
  }

  /** Exchanges what the provider sent back in the query of the address. Throws NotSignedOn, whatever is wrong with it. */
  async finish(query: string, { state, nonce, verifier }: Attempt): Promise<Shown> {
    const provider = await this.provider()
    const address = new URL(this.back.signIn)
    address.search = query
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, address, checks)
      const identity = tokens.claims()!
      const claims = await this.completed(provider, identity, tokens.access_token)
      return { issuer: identity.iss, subject: identity.sub, claims, identityToken: tokens.id_token! }
    } catch (error) {
      throw notSignedOn(error as Error)
    }
  }

  /** Where the provider signs out; undefined where it has no such address, or is away. */
  async signOutAddress(identityToken: string): Promise<string | undefined> {
    const provider = await this.provider().catch(() => undefined)
    if (!provider?.serverMetadata().end_session_endpoint) return undefined
    const hint = { id_token_hint: identityToken, post_logout_redirect_uri: this.back.signOut }
    return oidc.buildEndSessionUrl(provider, hint).href
  }

  /** Many providers tell an address or a name only to who asks once more. */
  private async completed(provider: oidc.Configuration, identity: oidc.IDToken, accessToken: string): Promise<Claims> {
    const wanted = ['email', 'name', ...(this.settings.roles ? [this.settings.roles.claim] : [])]
    const isWhole = wanted.every((claim) => valuesAt(identity, claim).length > 0)
    if (isWhole || !provider.serverMetadata().userinfo_endpoint) return identity
    return mergedClaims(identity, await oidc.fetchUserInfo(provider, accessToken, identity.sub))
  }

  private provider(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: Error) => {
      this.found = undefined
      throw new NotSignedOn('unavailable', notSignedOn(error).message)
    })
    return this.found
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
    return oidc.discovery(new URL(issuer), clientId, undefined, clientAuthentication(clientSecret), {
      // The token's signature is checked although the token comes from the provider itself: one that is not signed is none.
      execute: [oidc.enableNonRepudiationChecks, ...insecure],
      timeout: patience,
      ...(this.fetch && { [oidc.customFetch]: this.fetch }),
    })
  }
}

/** As the provider takes it: in a header, which is what counts where it says nothing, or in the body. */
function clientAuthentication(secret: string): oidc.ClientAuth {
  const [inHeader, inBody] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (provider, ...rest) => {
    const taken = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authenticate = taken.includes('client_secret_basic') ? inHeader : inBody
    authenticate(provider, ...rest)
  }
}

function fetchThrough({ http, https, not }: NonNullable<Settings['sources']['proxy']>): oidc.CustomFetch {
  const proxies = { httpProxy: http ?? https ?? '', httpsProxy: https ?? http ?? '', noProxy: not ?? '' }
  const dispatcher = new EnvHttpProxyAgent(proxies)
  const ask = (url: string, options: object) => fetchBy(url, { ...options, dispatcher }) as Promise<unknown>
  return ask as oidc.CustomFetch
}
