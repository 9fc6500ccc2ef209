import { useState } from 'react'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useWrite } from '../shared/use-write.ts'

/** Sends something about messages, says what went wrong, and reads the list again. Null where it was not done. */
export function useMessagesWrite<T>() {
  const { write, sending } = useWrite<T>()
  const [problem, setProblem] = useState('')
  const changed = useScanChanged()
  const send = async (url: string, body: unknown, options = { changes: true }): Promise<T | null> => {
    if (sending) return null
    setProblem('')
    const outcome = await write({ method: 'POST', url, body })
    if (outcome.kind !== 'saved') {
      setProblem(outcome.kind === 'refused' ? outcome.problem.detail : 'The server did not answer. Please try again.')
      return null
    }
    if (options.changes) await changed()
    return outcome.value
  }
  return { send, sending, problem }
}
