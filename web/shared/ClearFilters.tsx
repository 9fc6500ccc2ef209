import { useAddress } from './address.ts'

/** Takes all of these filters out of the address; nothing where none is set. */
export function ClearFilters({ filters }: { filters: readonly string[] }) {
  const { has, change } = useAddress()
  if (!filters.some(has)) return null
  return (
    <button
      type="button"
      className="offing-link-button"
      onClick={() => change(Object.fromEntries(filters.map((name) => [name, null])))}
    >
      Clear filters
    </button>
  )
}
