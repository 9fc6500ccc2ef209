import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Configuration, JWK } from 'oidc-provider'

/** Where the registry of a test says that it is; nothing listens there. */
export const origin = 'http://localhost:4310'
export const client = { id: 'offing', secret: 'a secret between the two of them' }

/** Making a key takes long, so that all providers of a test file have one. */
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

type Claims = Record<string, unknown>

/** It warns that it is for trying out, and that it was not made for this Node. */
async function createProvider(issuer: string, configuration: Configuration) {
  const { warn } = console
  console.warn = () => {}
  try {
    const { default: Provider } = await import('oidc-provider')
    return new Provider(issuer, configuration)
  } finally {
    console.warn = warn
  }
}

/** A real provider of single sign-on on a free port, with its own pages for signing in; `people` are who it knows, by what they type. */
export async function startSignInProvider() {
  const people = new Map<string, Claims>()
  /** What a test makes of the answer with the tokens before it is sent. */
  const hooks: { tokens?: (answer: Claims) => Claims } = {}
  let handle: RequestListener = () => {}
  const server = createServer((req, res) => void handle(req, res))
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const provider = await createProvider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/api/v1/single-sign-on/callback`],
        post_logout_redirect_uris: [`${origin}/sign-in`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: 'one' } as JWK] },
    cookies: { keys: ['for the tests alone'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'realm_access'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { rpInitiatedLogout: { logoutSource: showForm } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/token' && hooks.tokens) ctx.body = hooks.tokens(ctx.body as Claims)
  })
  handle = provider.callback()
  const settings = { OFFING_ORIGIN: origin, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id }
  return {
    issuer,
    people,
    hooks,
    stop,
    startAgain: () => listen(port),
    settings: { ...settings, OIDC_CLIENT_SECRET: client.secret },
  }
}

function showForm(ctx: { body: unknown }, form: string): void {
  ctx.body = form
}

export type SignInProvider = Awaited<ReturnType<typeof startSignInProvider>>

/** An identity token with other claims, or another head, signed by the provider's key unless it says that it is not signed. */
export function resigned(token: string, change: { claims?: Claims; head?: Claims }): string {
  const [head, claims] = token
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims)
  const encoded = [
    { ...head, ...change.head },
    { ...claims, ...change.claims },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const text = encoded.join('.')
  if (change.head?.alg === 'none') return `${text}.`
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' })
  return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** A browser at the provider: it keeps cookies, follows where it is led, and fills in the forms on the way. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>()

  /** From where the registry leads, to the address that leads back. `login` null presses Cancel. */
  async signIn(address: string, login: string | null): Promise<string> {
    for (let at = address, step = 0; step < 12; step++) {
      const { location, text } = await this.ask(at)
      if (location?.startsWith(origin)) return location
      const form = /<form[^>]* action="([^"]+)"/.exec(text)?.[1]
      const abort = /href="([^"]+\/abort)"/.exec(text)?.[1]
      if (location) at = new URL(location, at).href
      else if (login === null && abort) at = abort
      else if (form && login !== null) at = await this.submit(form, text.includes('name="login"') ? login : undefined)
      else throw new Error(`The provider leads nowhere: ${text.replace(/<[^>]*>|\s+/g, ' ')}`)
    }
    throw new Error('The provider leads on and on.')
  }

  /** From where the registry leads at a sign-out, to the address that leads back. */
  async signOut(address: string): Promise<string> {
    const { text } = await this.ask(address)
    const form = /<form[^>]* action="([^"]+)"/.exec(text)?.[1] ?? ''
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const { location } = await this.ask(form, { xsrf, logout: 'yes' })
    return location ?? ''
  }

  private async submit(form: string, login: string | undefined): Promise<string> {
    const fields = login === undefined ? { prompt: 'consent' } : { prompt: 'login', login, password: 'any' }
    const { location } = await this.ask(form, fields as Record<string, string>)
    return location!
  }

  async ask(address: string, form?: Record<string, string>) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.cookies.set(name!, value!)
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text() }
  }
}
