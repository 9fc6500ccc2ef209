import { generateSync } from 'otplib'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { apiRoot } from '../../api/contract/paths.ts'
import type { Role } from '../../api/contract/session.ts'
import { createTestRegistry } from './test-registry.ts'

const password = 'a long enough phrase'
/** To come, since a browser keeps cookies by its own clock. */
export const start = new Date('2035-03-02T09:00:00.000Z')

export type Browser = Awaited<ReturnType<typeof givenSomebody>>['here']

/** Somebody with a password, on a clock that the test turns, and browsers to sign in with. */
export async function givenSomebody(roles: Role[], settings: Record<string, string> = {}) {
  let now = start
  const registry = await createTestRegistry({ now: () => now, settings })
  const email = 'ada@example.org'
  const by = { account: null, at: now.toISOString() }
  const { id } = await addAccount(registry.registry, { name: 'Ada Scott', email, roles, password }, by)

  /** A browser of its own, which keeps its cookies. */
  const browser = () => {
    const agent = request.agent(registry.app)
    const ask = (method: 'get' | 'post' | 'put' | 'delete', path: string) => agent[method](apiRoot + path)
    return {
      get: (path: string) => ask('get', path),
      delete: (path: string) => ask('delete', path),
      post: (path: string, body: object = {}) => ask('post', path).send(body),
      put: (path: string, body: object) => ask('put', path).send(body),
      signIn: () => ask('post', '/session').send({ email, password }).expect(201),
    }
  }
  /** The code that a phone with this secret shows, so many steps of half a minute from now. */
  const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: now.getTime() / 1000 + 30 * steps })
  const seconds = (n: number) => {
    now = new Date(now.getTime() + n * 1000)
  }
  const here = browser()
  /** Signs in, sets a second factor up to the end, and lets a minute pass, so that the next code is another. */
  const setUp = async () => {
    await here.signIn()
    const { secret } = (await here.post('/own-account/second-factor').expect(201)).body
    const { recoveryCodes } = (await here.put('/own-account/second-factor', { code: codeOf(secret) }).expect(200)).body
    seconds(60)
    return { secret: secret as string, recoveryCodes: recoveryCodes as string[] }
  }
  return { ...registry, id, browser, here, codeOf, seconds, setUp }
}
