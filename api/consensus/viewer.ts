import type { AnswerOf } from '../ratings/counted.ts'
import { arrivalView, type PanelView, specialismView } from '../ratings/panel-view.ts'
import type { Horizon, Method } from '../scans/method.ts'
import type { WithheldOn } from './closed-round.ts'

/**
 * What the giver of an answer on a technology could see of the answers that count on it: `panelView` for each, with the work shared,
 * since a large panel has thousands of them.
 */
export function viewerOf(answers: readonly AnswerOf[], withheld: WithheldOn, method: Method, horizon: Horizon) {
  const bySpecialism = new Map<string, AnswerOf[]>()
  for (const answer of answers) {
    const known = bySpecialism.get(answer.specialism)
    if (known) known.push(answer)
    else bySpecialism.set(answer.specialism, [answer])
  }
  const arrivalFor = (reader: string | null) => arrivalView(answers, reader, withheld.all, method, horizon)
  const dated = answers.filter(({ arrival }) => arrival !== null && arrival.kind !== 'cannot-say')
  const enoughForAnybody = new Set(dated.map(({ panellist }) => panellist)).size > method.minimumShown
  const forAll = enoughForAnybody ? arrivalFor(null) : undefined
  return ({ panellist, specialism }: Pick<AnswerOf, 'panellist' | 'specialism'>): PanelView => {
    const here = bySpecialism.get(specialism) ?? []
    return {
      here: specialismView(here, specialism, panellist, withheld.specialism(specialism), method),
      arrival: forAll ?? arrivalFor(panellist),
    }
  }
}
