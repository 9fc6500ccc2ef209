import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'

/** Stands before whatever signs in without single sign-on, or prepares it: where local accounts are off, none of it is there. */
export function needsLocalAccounts({ localAccounts, singleSignOn }: Settings): RequestHandler[] {
  const detail = `This registry keeps no passwords and sends no links to sign in by. Sign in with ${singleSignOn?.name}.`
  const refuse: RequestHandler = () => {
    throw new Refusal('not-found', detail)
  }
  return localAccounts ? [] : [refuse]
}
