import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keys } from '../shared/queries.ts'
import { duplicates } from './queries.ts'

const outOfDate: string[] = [duplicates, keys.technology, keys.technologies, keys.signals, 'search']

/** Reads anew, once they are shown again, all that a merge changes. */
export function useMergesChanged() {
  const client = useQueryClient()
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => outOfDate.includes(String(first)) }),
    [client],
  )
}
