import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keys } from '../shared/queries.ts'

const changed = [
  keys.scans,
  keys.scan,
  keys.method,
  keys.statement,
  keys.panel,
  keys.candidates,
  keys.messages,
  keys.ranking,
  keys.certainty,
  keys.readings,
  keys.standing,
  keys.myAnswers,
  keys.technology,
]

/** After something of a scan was changed: everything that is made from it is read again. */
export function useScanChanged() {
  const client = useQueryClient()
  return useCallback(() => Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] }))), [client])
}
