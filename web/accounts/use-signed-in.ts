import { useQueryClient } from '@tanstack/react-query'
import type { Session } from '../../api/contract/session.ts'
import { keys } from '../shared/queries.ts'

/** After signing in: nothing that another account has loaded may stay in view. */
export function useSignedIn() {
  const client = useQueryClient()
  return (session: Session) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.about && queryKey[0] !== keys.session })
    client.setQueryData([keys.session], session)
  }
}
