import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keys } from '../shared/queries.ts'

/** After an outcome was recorded or withdrawn: editions are compared anew too. */
export function useOutcomesChanged() {
  const client = useQueryClient()
  return useCallback(
    () => Promise.all([keys.outcomes, keys.editions].map((key) => client.invalidateQueries({ queryKey: [key] }))),
    [client],
  )
}
