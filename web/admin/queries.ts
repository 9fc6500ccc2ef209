import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AccountList, AccountRecord } from '../../api/contract/accounts.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Service } from '../../api/contract/service.ts'
import type { SessionList } from '../../api/contract/sessions.ts'
import type { SettingList } from '../../api/contract/settings.ts'
import type { TokenList } from '../../api/contract/tokens.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { useJson, useTagged } from '../shared/queries.ts'

const key = 'accounts'

export const useAccounts = (query: AddressChanges = {}) =>
  useJson<AccountList>([key, 'list', query], withQuery(link(paths.accounts, {}), query), { keep: true })

/** An account with the tag that a change must name. */
export const useAccountRecord = (account: string) =>
  useTagged<AccountRecord>([key, 'one', account], link(paths.oneAccount, { account }))

export const useSessionsOf = (account: string) =>
  useJson<SessionList>([key, 'sessions', account], link(paths.accountSessions, { account }))

export const useSettings = () => useJson<SettingList>(['settings'], link(paths.settings, {}))
export const useService = () => useJson<Service>(['service'], link(paths.service, {}))

const tokens = 'tokens'
export const useTokens = () => useJson<TokenList>([tokens], link(paths.tokens, {}))

export function useTokensChanged() {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ queryKey: [tokens] }), [client])
}

/** Says that accounts have changed. */
export function useAccountsChanged() {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ queryKey: [key] }), [client])
}
