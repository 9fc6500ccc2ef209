import request from 'supertest'
import { apiRoot } from '../../api/contract/paths.ts'
import { ensureAsDocumented } from './contract-check.ts'
import { origin, ProviderBrowser } from './sign-in-provider.ts'
import type { TestRegistry } from './test-registry.ts'

/** One person's browser, at the registry and at its provider. */
export class SigningOn {
  readonly atProvider = new ProviderBrowser()
  readonly agent: ReturnType<typeof request.agent>

  constructor({ app }: Pick<TestRegistry, 'app'>) {
    this.agent = request.agent(app)
  }

  /** Presses the button of the sign-in page; the provider's address. */
  async start(next?: string): Promise<string> {
    const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
    const { headers } = await this.agent.get(`${apiRoot}/single-sign-on/start${query}`).expect(303)
    return headers.location!
  }

  /** What the registry answers to an address that the provider leads back to: where it leads to in turn. */
  async back(address: string): Promise<string> {
    const answer = await this.agent.get(address.replace(origin, '')).expect(ensureAsDocumented).expect(303)
    return answer.headers.location!
  }

  /** All of it: the page at which somebody ends who types this at the provider. */
  async signIn(login: string | null, next?: string): Promise<string> {
    return this.back(await this.atProvider.signIn(await this.start(next), login))
  }

  /** What the browser would send to the registry as its cookies. */
  cookies(): string {
    const registry = { path: '/', domain: '127.0.0.1', secure: false, script: false }
    return this.agent.jar.getCookies(registry).toValueString()
  }

  get(path: string) {
    return this.agent.get(apiRoot + path).expect(ensureAsDocumented)
  }
}
