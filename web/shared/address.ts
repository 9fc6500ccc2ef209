import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** One value, several, or none: what a filter in the address can hold. */
export type AddressValue = string | number | readonly (string | number)[] | boolean | null | undefined
export type AddressChanges = Record<string, AddressValue>

/** `current` with some parameters changed. Nothing, false and the empty text take a parameter away. */
export function changed(current: URLSearchParams, changes: AddressChanges): URLSearchParams {
  const next = new URLSearchParams(current)
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name)
    for (const one of textsOf(value)) next.append(name, one)
  }
  return next
}

/** An address with a query, such as `withQuery('/ranking', { lens: 'genomics', category: ['a', 'b'] })`. */
export function withQuery(address: string, query: AddressChanges): string {
  const text = changed(new URLSearchParams(), query).toString()
  return text ? `${address}?${text}` : address
}

/**
 * The filters of a page, read from its address and changed in it, so that a link shows what its sender saw.
 * `change` replaces the entry in the history while somebody types (`{ typing: true }`), and adds one otherwise.
 */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams()
  const change = useCallback(
    (changes: AddressChanges, how: { typing?: boolean } = {}) =>
      setParameters((now) => changed(now, changes), { replace: how.typing ?? false, preventScrollReset: true }),
    [setParameters],
  )
  return useMemo(
    () => ({
      get: (name: string) => parameters.get(name) ?? '',
      all: (name: string) => parameters.getAll(name),
      has: (name: string) => parameters.has(name),
      change,
      /** The query of a link to this page with some filters changed. */
      linkWith: (changes: AddressChanges) => `?${changed(parameters, changes)}`,
      parameters,
    }),
    [parameters, change],
  )
}

function textsOf(value: AddressValue): string[] {
  if (value === null || value === undefined || value === false || value === '') return []
  if (value === true) return ['yes']
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
