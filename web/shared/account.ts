import { createContext, useContext } from 'react'
import { type Action, type Grant, grantOf } from '../../api/accounts/permissions.ts'
import type { Session } from '../../api/contract/session.ts'

export const SessionContext = createContext<Session | null>(null)

/** Who is signed in. Every page but the sign-in page may count on somebody being there. */
export function useAccount(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('This page is shown to signed-in people only.')
  return session
}

/** Whether the account may do this: buttons and links that lead to a refusal are not shown. */
export function useMay(action: string): boolean {
  return useAccount().actions.includes(action)
}

/** How far the account may do it, where what is offered depends on that; undefined is not at all. */
export function useGrant(action: Action): Grant | undefined {
  const { actions, account } = useAccount()
  return actions.includes(action)
    ? grantOf(action, { roles: account.roles, byToken: false, open: { openNominations: true, openReading: true } })
    : undefined
}
