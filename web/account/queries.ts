import { useQueryClient } from '@tanstack/react-query'
import { link, paths } from '../../api/contract/paths.ts'
import type { OwnAccount } from '../../api/contract/second-factor.ts'
import type { SessionList } from '../../api/contract/sessions.ts'
import { keys, useJson } from '../shared/queries.ts'

const account = 'own-account'

export const useOwnAccount = () => useJson<OwnAccount>([account], link(paths.ownAccount, {}))
export const useOwnSessions = () => useJson<SessionList>([account, 'sessions'], link(paths.ownSessions, {}))

/** After a change of one's own account: what is shown of it, and of the session, is read again. */
export function useAccountChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [account] }),
      client.invalidateQueries({ queryKey: [keys.session] }),
    ])
}
