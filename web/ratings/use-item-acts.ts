import { useRef, useState } from 'react'
import type { RateTechnologyRequest } from '../../api/contract/ratings.ts'
import { isOutside, outsideMiddleHalf } from '../../api/ratings/outside-middle-half.ts'
import { useAnswer } from './answer/AnswerForm.tsx'
import { again, answerFrom, withdrawal } from './answer-fields.ts'
import { maySeePanel, usePanelView } from './panel/use-panel-view.ts'
import { answeredElsewhere, carriedOver, isDone, keyOf, nextToDo, standingOf } from './queue.ts'
import type { Item } from './sitting.ts'
import { type Go, useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

/** All that can be done on the page of one item; null what does not apply to it. */
export function useItemActs(item: Item, advances: boolean) {
  const { queue, items } = useSitting()
  const { asksYears } = queue.round
  const [stoodAt] = useState(() => standingOf(item))
  const isFirst = stoodAt === 'not-yet' || stoodAt === 'withdrawn'
  const [skipped, setSkipped] = useState(false)
  const view = usePanelView(queue, item).data
  const { next, give, undo, leave, isLeaving } = useWays(item, () => setSkipped(false))
  const isOut = (body: RateTechnologyRequest) => !!view && isOutside(outsideMiddleHalf(body, view, queue.bands))
  /** Whether nothing keeps the reader here: the panel's answer to see for the first time, or a reason that is asked for. */
  const isEnough = (body: RateTechnologyRequest) => {
    if (body.stance === 'cannot-judge') return true
    return view ? !isOut(body) || !!body.reason : maySeePanel(item) || !item.askedBefore
  }
  const state = useAnswer(queue, item, (fields) => {
    const body = answerFrom(fields, asksYears)
    // Whoever changes an answer may mean to change more than one thing: the page stays with them, unless one press says it all.
    const isWhole = isFirst || (stoodAt === 'carried-over' && body.stance !== 'rated')
    give(body, advances && isWhole && isEnough(body))
  })
  const giveAsOne = (body: RateTechnologyRequest) => {
    state.forget()
    give(body, isEnough(body))
  }
  const earlier = carriedOver(item)
  const kept = earlier && again(earlier, asksYears)
  const same = answeredElsewhere(items, item)
  const sameBody = !item.answer && same?.answer ? again(same.answer, asksYears) : null
  return {
    state,
    view,
    same,
    asksReason: isDone(item) && !skipped && !item.answer!.reason && isOut(item.answer!),
    onKeep: kept ? () => giveAsOne(kept) : null,
    onSame: sameBody ? () => giveAsOne(sameBody) : null,
    /** Right after an answer given unseen, beside the panel's. */
    onGoOn: isFirst && isDone(item) && view ? next : null,
    isLeaving,
    onLeave: leave,
    onUndo: undo,
    onEnter: () => (state.hasMore ? state.finish() : next()),
    onWithdraw: () => give(withdrawal, false),
    onReason: (reason: string) => giveAsOne({ ...again(item.answer!, true)!, reason }),
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
  // The address changes at once and the page a moment later: what is pressed between is not meant for the item that goes.
  const isLeaving = useRef(false)
  const leave: Go['to'] = (place) => {
    isLeaving.current = true
    go.to(place)
  }
  const next = () => {
    const to = nextToDo(items, keyOf(item))
    leave(to ? { item: keyOf(to) } : { view: 'done' })
  }
  return {
    next,
    leave,
    isLeaving,
    give: (body: RateTechnologyRequest, goesOn: boolean) => {
      record(item, body)
      onGiven()
      if (goesOn) next()
    },
    undo: () => {
      const undone = undo()
      if (undone) leave({ item: keyOf(undone) })
    },
  }
}
