import { useState } from 'react'
import type { RateTechnologyRequest } from '../../api/contract/ratings.ts'
import { isOutside, outsideMiddleHalf } from '../../api/ratings/outside-middle-half.ts'
import { useAnswer } from './answer/AnswerForm.tsx'
import { again, answerFrom, withdrawal } from './answer-fields.ts'
import { usePanelView } from './panel/use-panel-view.ts'
import { answeredElsewhere, carriedOver, isDone, keyOf, nextToDo, standingOf } from './queue.ts'
import type { Item } from './sitting.ts'
import { useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

/** All that can be done on the page of one item; null what does not apply to it. */
export function useItemActs(item: Item, advances: boolean) {
  const { queue, items } = useSitting()
  const { asksYears } = queue.round
  // Whoever opens an item that they have answered may mean to change more than one thing: the page stays with them.
  const [isFirst] = useState(() => ['not-yet', 'withdrawn'].includes(standingOf(item)))
  const [skipped, setSkipped] = useState(false)
  const view = usePanelView(queue, item).data
  const { next, give, undo } = useWays(item, () => setSkipped(false))
  const looks = (body: RateTechnologyRequest) => item.askedBefore && body.stance !== 'cannot-judge'
  const isOut = (body: RateTechnologyRequest) => !!view && isOutside(outsideMiddleHalf(body, view, queue.bands))
  const state = useAnswer(queue, item, (fields) => {
    const body = answerFrom(fields, asksYears)
    give(body, advances && isFirst && !looks(body))
  })
  const earlier = carriedOver(item)
  const kept = earlier && again(earlier, asksYears)
  const same = answeredElsewhere(items, item)
  const sameBody = !item.answer && same?.answer ? again(same.answer, asksYears) : null
  return {
    state,
    view,
    same,
    asksReason: isDone(item) && !skipped && !item.answer!.reason && isOut(item.answer!),
    onKeep: kept ? () => give(kept, !isOut(kept) || !!kept.reason) : null,
    onSame: sameBody ? () => give(sameBody, !looks(sameBody)) : null,
    onGoOn: isFirst && isDone(item) ? next : null,
    onUndo: undo,
    onEnter: () => (state.hasMore ? state.finish() : next()),
    onWithdraw: () => give(withdrawal, false),
    onReason: (reason: string) => give({ ...again(item.answer!, true)!, reason }, true),
    onSkip: () => {
      setSkipped(true)
      next()
    },
  }
}

/** Giving an answer, going on to what is not answered, and going back to what is undone. */
function useWays(item: Item, onGiven: () => void) {
  const { queue, items, record, undo } = useSitting()
  const go = useGo(queue)
  const next = () => {
    const to = nextToDo(items, keyOf(item))
    go.to(to ? { item: keyOf(to) } : { view: 'done' })
  }
  return {
    next,
    give: (body: RateTechnologyRequest, goesOn: boolean) => {
      record(item, body)
      onGiven()
      if (goesOn) next()
    },
    undo: () => {
      const undone = undo()
      if (undone) go.to({ item: keyOf(undone) })
    },
  }
}
