import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Problem } from '../../api/contract/problem.ts'
import type { Signal, TriageAct, Triaged } from '../../api/contract/signals.ts'
import { keys } from '../shared/queries.ts'
import { useWrite } from '../shared/use-write.ts'

type Before = Pick<Signal, 'id' | 'version' | 'owner'>

/** What was done last: how it is said, and what undoes it. */
export interface Said {
  words: string
  undo: { signal: string; version: number; act: TriageAct }[]
}

/** The request that does the same with each of these signals, in the version that is shown. */
export const triageRequest = (signals: readonly Before[], act: TriageAct) => ({
  method: 'POST' as const,
  url: link(paths.signalsTriage, {}),
  body: { items: signals.map(({ id, version }) => ({ signal: id, version, act })) },
})

/** Deals with signals: one or many, all or none; keeps what was done last, so that it can be undone, and what was refused. */
export function useTriage() {
  const client = useQueryClient()
  const { write, state, sending } = useWrite<Triaged>()
  const [said, setSaid] = useState<Said | null>(null)
  const [refused, setRefused] = useState('')

  const readAgain = useCallback(() => {
    for (const key of [keys.signals, keys.technology, keys.technologies])
      void client.invalidateQueries({ queryKey: [key] })
  }, [client])

  /** Keeps what was done, however it was sent. */
  const finish = useCallback(
    (before: readonly Before[], act: TriageAct, { items }: Triaged, words: string) => {
      setRefused('')
      const owners = new Map(before.map(({ id, owner }) => [id, owner?.id ?? null]))
      const undo = items.flatMap(({ id, version }) => {
        const back = undoOf(act, owners.get(id) ?? null)
        return back ? [{ signal: id, version, act: back }] : []
      })
      setSaid({ words, undo })
      readAgain()
    },
    [readAgain],
  )

  const refuse = useCallback(
    ({ detail }: Pick<Problem, 'detail'>) => {
      setSaid(null)
      setRefused(detail)
      readAgain()
    },
    [readAgain],
  )

  const run = useCallback(
    async (
      signals: readonly Before[],
      act: TriageAct,
      words: string,
    ): Promise<'saved' | 'refused' | 'not-confirmed'> => {
      const outcome = await write(triageRequest(signals, act))
      if (outcome.kind === 'saved') finish(signals, act, outcome.value, words)
      else if (outcome.kind === 'refused') refuse(outcome.problem)
      return outcome.kind
    },
    [write, finish, refuse],
  )

  const undo = useCallback(async (): Promise<Signal[]> => {
    if (!said || said.undo.length === 0) return []
    const request = { ...triageRequest([], { kind: 'return', technology: null }), body: { items: said.undo } }
    const outcome = await write(request)
    if (outcome.kind === 'refused') refuse(outcome.problem)
    if (outcome.kind !== 'saved') return []
    setRefused('')
    setSaid({ words: undoneWords(outcome.value), undo: [] })
    readAgain()
    return outcome.value.items
  }, [said, write, refuse, readAgain])

  return { run, finish, refuse, undo, said, refused, sending, isUnconfirmed: state === 'not-confirmed' }
}

export type Triage = ReturnType<typeof useTriage>

function undoOf(act: TriageAct, owner: string | null): TriageAct | null {
  if (act.kind === 'link') return { kind: 'return', technology: act.technology }
  if (act.kind === 'dismiss') return { kind: 'return', technology: null }
  return act.kind === 'assign' ? { kind: 'assign', owner } : null
}

function undoneWords({ evidenceLeft }: Triaged): string {
  const left = [...new Set(evidenceLeft.map(({ technology }) => technology.name))].map((name) => `“${name}”`)
  if (left.length === 0) return 'Undone.'
  return `Undone, but the evidence of ${left.join(' and ')} was changed since, so it stays. Archive it there if it should go.`
}
