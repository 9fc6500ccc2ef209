import type { AccountList } from '../../contract/accounts.ts'
import type { Role } from '../../contract/session.ts'

interface Searched {
  id: string
  name: string
  email: string
  roles: readonly Role[]
  state: keyof Omit<AccountList['counts'], 'withoutRole'>
}

export interface AccountFilter {
  q?: string | undefined
  role?: readonly (Role | 'none')[] | undefined
  state?: readonly Searched['state'][] | undefined
}

/** The accounts that filters let through, by name; those whose person was removed only where they are asked for. */
export function chosenAccounts<T extends Searched>(
  accounts: readonly T[],
  { q = '', role, state }: AccountFilter,
): T[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  const chosen = accounts.filter((one) => {
    const text = plain(`${one.name} ${one.email}`)
    return (
      words.every((word) => text.includes(word)) &&
      (state ? state.includes(one.state) : one.state !== 'removed') &&
      (!role || role.some((wanted) => (wanted === 'none' ? one.roles.length === 0 : one.roles.includes(wanted))))
    )
  })
  return chosen.sort((a, b) => inOrder(plain(a.name), plain(b.name)) || inOrder(a.id, b.id))
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How many accounts are in each state; of those that could sign in, how many may do nothing. */
export function accountCounts(accounts: readonly Pick<Searched, 'roles' | 'state'>[]): AccountList['counts'] {
  const counts = { active: 0, invited: 0, off: 0, removed: 0, withoutRole: 0 }
  for (const { state, roles } of accounts) {
    counts[state]++
    if (roles.length === 0 && (state === 'active' || state === 'invited')) counts.withoutRole++
  }
  return counts
}

/** In small letters, without accents: “Müller” is found by “muller”. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
