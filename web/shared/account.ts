import { createContext, useContext } from 'react'
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
