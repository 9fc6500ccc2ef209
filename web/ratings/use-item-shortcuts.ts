import type { RefObject } from 'react'
import type { AnswerState } from './answer/AnswerForm.tsx'
import { keyOf } from './queue.ts'
import type { Item } from './sitting.ts'
import { cannotSay, otherTiles, whenTiles } from './tiles.ts'
import { useAnswerKeys } from './use-answer-keys.ts'
import type { Go } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

interface Acts {
  state: AnswerState
  onKeep: (() => void) | null
  onSame: (() => void) | null
  onEvidence: () => void
  onUndo: () => void
  onEnter: () => void
  /** Goes elsewhere; from then on keys do nothing here. */
  onLeave: Go['to']
  isLeaving: RefObject<boolean>
}

/** What each key does on the page of one item. */
export function useItemShortcuts(
  on: boolean,
  item: Item,
  { state, onKeep, onSame, onEvidence, onUndo, onEnter, onLeave, isLeaving }: Acts,
) {
  const { queue, items } = useSitting()
  const at = items.findIndex((one) => keyOf(one) === keyOf(item))
  const step = (by: number) => {
    const to = items[at + by]
    if (to) onLeave({ item: keyOf(to) })
  }
  const acts: Record<string, (() => void) | null> = { k: onKeep, m: onSame, e: onEvidence, u: onUndo }
  const whens = queue.round.asksYears ? [cannotSay] : whenTiles(queue.bands)
  const onLetter = (letter: string): boolean => {
    if (/^[1-9]$/.test(letter)) return done(() => state.press({ stance: 'rated', impact: letter }))
    const other = otherTiles.find((tile) => tile.letter === letter)
    if (other) return done(() => state.press({ stance: other.value as 'not-affected' }))
    const when = whens.find((tile) => tile.letter === letter)
    if (when) return done(() => state.press({ stance: 'rated', when: when.value }))
    const act = acts[letter]
    return act ? done(act) : false
  }
  useAnswerKeys(on, { isLeaving, onLetter, onEnter, onPrevious: () => step(-1), onNext: () => step(1) })
}

function done(act: () => void): boolean {
  act()
  return true
}
