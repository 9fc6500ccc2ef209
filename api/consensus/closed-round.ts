import { versionsByTechnology } from '../ranking/answers-on.ts'
import type { HeldScan } from '../ranking/held-scan.ts'
import { type Interests, interestsAsOf, noInterests } from '../ranking/interests.ts'
import { withheldFrom } from '../ranking/rank.ts'
import type { LoggedAnswer } from '../ratings/answer-log.ts'
import { type AnswerOf, latestOf } from '../ratings/counted.ts'

/** A scan as of one closed round that counts: which answers count, and what must not be shown. Everything by id. */
export interface ClosedRound {
  number: number
  /** Of these versions on a technology, those that count. */
  counted: <A extends AnswerOf>(technology: string, versions: readonly A[]) => A[]
  withheld: (technology: string) => WithheldOn
}

/** What the ranking withholds of a technology: everything together, and each specialism. */
export interface WithheldOn {
  all: boolean
  specialism: (id: string) => boolean
}

export function closedRound(held: HeldScan, number: number): ClosedRound {
  const interests = interestsIn(held, number)
  return {
    number,
    counted: (technology, versions) => {
      const leftOut = interests.get(technology)
      return latestOf(versions.filter(({ panellist }) => !leftOut?.has(panellist)))
    },
    withheld: (technology) => {
      const k = held.log.technologies.find(technology)
      if (k === undefined) return { all: false, specialism: () => false }
      const { specialisms, all } = withheldFrom(held.inputAsOf(number), k)
      return { all, specialism: (id) => specialisms.has(held.log.specialisms.find(id) ?? -1) }
    },
  }
}

/** By id: the answers that count on a technology, as the follower holds them, without their reasons. */
export function answersAsOf(held: HeldScan, number: number): (technology: string) => LoggedAnswer[] {
  const versionsOn = versionsByTechnology(held.log, number)
  const { counted } = closedRound(held, number)
  return (technology) => {
    const k = held.log.technologies.find(technology)
    return k === undefined ? [] : counted(technology, versionsOn(k))
  }
}

function interestsIn({ state }: HeldScan, number: number): Interests {
  const closedAt = state.closings.get(number)
  return state.method.leaveOutInterested && closedAt !== undefined
    ? interestsAsOf(state.declarations, closedAt)
    : noInterests
}
