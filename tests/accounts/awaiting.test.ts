import { afterEach, describe, expect, it } from '@jest/globals'
import { permissions } from '../../api/accounts/permissions.ts'
import type { Operation } from '../../api/contract/operation.ts'
import * as operations from '../../api/contract/operations.ts'
import { type Browser, givenSomebody } from '../support/given-second-factor.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const completing = {
  'second-factor': ['readSession', 'signOut', 'giveSecondFactor'],
  'second-factor-set-up': ['readSession', 'signOut', 'beginSecondFactor', 'confirmSecondFactor'],
}

/** Everybody may ask these, also without an account. */
const open = Object.keys(permissions).filter((action) => 'anyone' in permissions[action as 'about.read'])

/** What a browser whose sign-in is not complete is not refused, at every operation; signing out comes last. */
async function letThrough(browser: Browser, actionOf: (operation: string) => string): Promise<string[]> {
  const through: string[] = []
  const all = Object.values(operations) as unknown as Operation[]
  for (const { id, method, path } of all.toSorted((a) => (a.id === 'signOut' ? 1 : -1))) {
    if (open.includes(actionOf(id))) continue
    const address = path.replace(/:\w+/g, 'unknown')
    const { status, body } = await browser[method](address, {})
    if (status !== 403 || body.title !== 'Your sign-in is not complete') through.push(id)
  }
  return through
}

describe('a sign-in that is not complete', () => {
  it('can do nothing of all operations but what completes it', async () => {
    const { here, setUp, browser, nobody } = await givenSomebody(['admin', 'scanner', 'lead', 'board'])
    const { paths } = (await nobody.get('/openapi.json')).body
    const described = Object.values<Record<string, { operationId: string; 'x-action': string }>>(paths)
    const actions = new Map(
      described.flatMap((path) => Object.values(path).map((one) => [one.operationId, one['x-action']] as const)),
    )
    const actionOf = (operation: string) => actions.get(operation)!

    await here.signIn()
    expect((await letThrough(here, actionOf)).sort()).toEqual(completing['second-factor-set-up'].toSorted())

    await setUp()
    const there = browser()
    await there.signIn()
    expect((await letThrough(there, actionOf)).sort()).toEqual(completing['second-factor'].toSorted())
  }, 60_000)
})
