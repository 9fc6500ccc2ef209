import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { OutsideItem, OutsideVerdict, OutsideVerdictsGiven } from '../../../api/contract/outside-lists.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { keys } from '../../shared/queries.ts'
import { useWrite } from '../../shared/use-write.ts'

interface Given {
  said: string
  /** What puts it back as it was. */
  undo: { item: OutsideItem; verdict: OutsideVerdict }[]
}

export interface Verdicts {
  settle: (verdicts: Given['undo'], said: string) => Promise<boolean>
  undo: () => Promise<void>
  /** What was done last, until it is undone; what was refused. */
  given: Given | null
  wrong: string
  sending: boolean
}

/** Says what becomes of items, all or none, and can take the last such act back. */
export function useVerdicts(list: string): Verdicts {
  const client = useQueryClient()
  const { write, sending } = useWrite<OutsideVerdictsGiven>()
  const [given, setGiven] = useState<Given | null>(null)
  const [wrong, setWrong] = useState('')

  const settle = useCallback(
    async (verdicts: Given['undo'], said: string) => {
      const items = verdicts.map(({ item, verdict }) => ({ item: item.id, version: item.version, verdict }))
      const outcome = await write({ method: 'POST', url: link(paths.outsideVerdicts, { list }), body: { items } })
      setWrong(outcome.kind === 'saved' ? '' : wordsFor(outcome))
      if (outcome.kind === 'not-confirmed') return false
      await client.invalidateQueries({ queryKey: [keys.outsideLists] })
      if (outcome.kind !== 'saved') return false
      const now = outcome.value.items
      setGiven({ said, undo: verdicts.map(({ item }, i) => ({ item: now[i]!, verdict: verdictOf(item) })) })
      return true
    },
    [client, list, write],
  )
  const undo = async () => {
    if (given && (await settle(given.undo, 'Put back as it was.'))) setGiven({ said: 'Put back as it was.', undo: [] })
  }
  return { settle, undo, given, wrong, sending }
}

function verdictOf({ state, technology, reason, note }: OutsideItem): OutsideVerdict {
  if (state === 'here' && technology) return { kind: 'here', technology: technology.slug }
  if (state === 'left-out' && reason) return { kind: 'left-out', reason, note }
  return { kind: 'open' }
}

function wordsFor(
  outcome: { kind: 'refused'; problem: { status: number; detail: string } } | { kind: 'not-confirmed' },
) {
  if (outcome.kind === 'not-confirmed') return 'Not confirmed. The server did not answer. You can safely press again.'
  if (outcome.problem.status === 412)
    return 'Somebody else has settled one of these after you opened this page, so nothing was done. The page now shows how it is.'
  return outcome.problem.detail
}
