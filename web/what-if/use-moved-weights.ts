import { useCallback, useEffect, useState } from 'react'
import type { Criterion, Weights } from '../../api/scans/method.ts'
import { moveWeight } from '../../api/scans/move-weight.ts'
import { textOfWeights, weightsIn } from '../../api/scans/weights-text.ts'
import { useAddress } from '../shared/address.ts'

/** A move that is going on: from where it began, so that a weight moved to its end and back leaves the others as they were. */
interface Going {
  criterion: Criterion
  from: Weights
  weights: Weights
  /** The weights that the address had: once it has others, the move is over. */
  over: string
}

/** In milliseconds: browsers refuse an address that changes many times a second. */
const addressAfter = 300

/** The weights of the address, the method's without any, and moving them; the address follows a moment later. */
export function useMovedWeights(usual: Weights) {
  const { get, change } = useAddress()
  const text = get('weights')
  const [going, setGoing] = useState<Going | null>(null)
  const asked = text === '' ? usual : weightsIn(text)
  const present = going?.over === text ? going : null
  const weights = useStable(present?.weights ?? asked ?? usual)
  const usualText = textOfWeights(usual)
  const wanted = textOfWeights(weights)
  const next = wanted === usualText ? '' : wanted
  const isSettled = present === null || next === text

  useEffect(() => {
    if (isSettled) return
    const timer = setTimeout(() => {
      setGoing((now) => now && { ...now, over: next })
      change({ weights: next }, { typing: true })
    }, addressAfter)
    return () => clearTimeout(timer)
  }, [isSettled, next, change])

  const move = useCallback(
    (criterion: Criterion, to: number) =>
      setGoing((now) => {
        const from = now?.over === text && now.criterion === criterion ? now.from : weights
        return { criterion, from, weights: moveWeight(from, criterion, to, usual), over: text }
      }),
    [text, weights, usual],
  )
  const back = useCallback(() => {
    setGoing(null)
    change({ weights: null })
  }, [change])
  return { weights, isMoved: wanted !== usualText, isWrong: asked === null && !present, isSettled, move, back }
}

/** The same object as long as its weights are the same. */
function useStable(weights: Weights): Weights {
  const [kept, keep] = useState(weights)
  if (textOfWeights(kept) === textOfWeights(weights)) return kept
  keep(weights)
  return weights
}
