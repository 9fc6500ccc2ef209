import { useCallback, useRef, useState } from 'react'
import type { Problem } from '../../api/contract/problem.ts'
import { NoAnswer, newKey, RequestProblem, send, type WriteRequest } from './api-client.ts'

/** How a write ended. `not-confirmed`: no answer came, so it may or may not be saved; repeating it is safe. */
export type Outcome<T> =
  | { kind: 'saved'; value: T; tag: string | null }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'not-confirmed' }

type Request = Omit<WriteRequest, 'key'>

/**
 * Writes from a page. A write that was not confirmed keeps its key: sending the same again saves nothing twice.
 * `state` is for what is shown beside the button.
 */
export function useWrite<T = unknown>() {
  const [state, setState] = useState<'idle' | 'sending' | 'saved' | 'refused' | 'not-confirmed'>('idle')
  const open = useRef<{ request: string; key: string } | null>(null)

  const write = useCallback(async (request: Request): Promise<Outcome<T>> => {
    const text = JSON.stringify(request)
    if (open.current?.request !== text) open.current = { request: text, key: newKey() }
    setState('sending')
    const outcome = await outcomeOf<T>({ ...request, key: request.method === 'POST' ? open.current.key : undefined })
    if (outcome.kind !== 'not-confirmed') open.current = null
    setState(outcome.kind)
    return outcome
  }, [])

  return { write, state, sending: state === 'sending' }
}

async function outcomeOf<T>(request: WriteRequest): Promise<Outcome<T>> {
  try {
    return { kind: 'saved', ...(await send<T>(request)) }
  } catch (error) {
    if (error instanceof RequestProblem) return { kind: 'refused', problem: error.problem }
    if (error instanceof NoAnswer) return { kind: 'not-confirmed' }
    throw error
  }
}
