import { type AnswerOf, bySpecialismOf, peopleIn } from '../ratings/counted.ts'
import { arrivalView, type PanelView, specialismView } from '../ratings/panel-view.ts'
import type { Horizon, Method } from '../scans/method.ts'
import type { WithheldOn } from './closed-round.ts'

/**
 * What the giver of an answer on a technology, or the scan team (null), can see of the answers that count on it: `panelView`
 * for each, with the work shared, since a large panel has thousands of them. Nearly everybody sees the same: it matters who
 * looks only for their own reason, and where without their own answer there would be too few.
 */
export function viewerOf(answers: readonly AnswerOf[], withheld: WithheldOn, method: Method, horizon: Horizon) {
  const bySpecialism = bySpecialismOf(answers)
  const isAlike = (of: readonly AnswerOf[]) => peopleIn(of) !== method.minimumShown
  const arrivalFor = shared(
    (reader) => arrivalView(answers, reader, withheld.all, method, horizon),
    isAlike(answers.filter(({ arrival }) => arrival !== null && arrival.kind !== 'cannot-say')),
  )
  const heres = new Map<string, (reader: string | null) => PanelView['here']>()
  const hereFor = (specialism: string) => {
    const here = bySpecialism.get(specialism) ?? []
    const isWithheld = withheld.specialism(specialism)
    const answered = here.filter(({ stance }) => stance !== 'cannot-judge')
    const rated = here.filter(({ stance }) => stance === 'rated')
    return shared(
      (reader) => specialismView(here, specialism, reader, isWithheld, method),
      isAlike(answered) && isAlike(rated) && here.every(({ reason }) => reason === null),
    )
  }
  return ({ panellist, specialism }: { panellist: string | null; specialism: string }): PanelView => {
    const known = heres.get(specialism) ?? hereFor(specialism)
    heres.set(specialism, known)
    return { here: known(panellist), arrival: arrivalFor(panellist) }
  }
}

/** Looks once for all who see the same; for the scan team in any case. */
function shared<T>(look: (reader: string | null) => T, isAlike: boolean): (reader: string | null) => T {
  let team: { sees: T } | undefined
  return (reader) => {
    if (reader !== null && !isAlike) return look(reader)
    team ??= { sees: look(null) }
    return team.sees
  }
}
