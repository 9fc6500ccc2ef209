import type { SortingState } from '@tanstack/react-table'

/** '-years' is by years, latest first; '' is the order in which the rows came. */
export function sortFrom(text: string, columns: readonly { id?: string; accessorKey?: unknown }[]): SortingState {
  const desc = text.startsWith('-')
  const id = desc ? text.slice(1) : text
  // An address may name a column that there is not.
  return columns.some((column) => (column.id ?? column.accessorKey) === id) ? [{ id, desc }] : []
}

export function sortText(sorting: SortingState): string {
  const [first] = sorting
  return first ? `${first.desc ? '-' : ''}${first.id}` : ''
}
