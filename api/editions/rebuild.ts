import { HeldScan } from '../ranking/held-scan.ts'
import { alphabetOf } from '../ranking/order.ts'
import type { FrozenScan } from './frozen.ts'

/** So many pairs are taken in before others have their turn. */
const pairsAtOnce = 200

/**
 * The scan of an edition, held as a live one is: everything that is worked out from answers can be worked out from it. Technologies,
 * specialisms and panel members have the numbers that they had, so that draws come out the same. Panel members go by pseudonym. Pauses often.
 */
export function* rebuild(frozen: FrozenScan): Generator<void, HeldScan> {
  const { head, method, specialisms, technologies, panellists, pairs } = frozen
  const { startYear, horizonYears } = head.scan
  const bare = {
    method,
    horizon: { startYear, years: horizonYears },
    specialisms: specialisms.map(({ id, grouping, headcount }) => ({ id, grouping: grouping.id, headcount })),
    declarations: declarationsOf(frozen),
    closings: new Map([[head.round.number, head.round.closedAt]]),
  }
  const held = new HeldScan({ ...bare, candidates: [] })
  for (const { id } of technologies) held.log.technologies.numberOf(id)
  for (const { n, pseudonym } of panellists) if (n !== null) held.log.panellists.numberOf(pseudonym)
  const typists = typistsIn(pairs)
  for (let n = 1; n <= typists; n++) held.log.typists.numberOf(String(n))
  for (const [i, { technology, specialism, answers }] of pairs.entries()) {
    if (i % pairsAtOnce === 0) yield
    held.ask(technology, specialism, head.round.number)
    for (const { by, stance, impact, arrival, typist } of answers)
      held.log.append({
        ...{ round: head.round.number, panellist: by, technology, specialism, stance, impact, arrival },
        reason: null,
        typist: typist === 0 ? null : String(typist),
      })
  }
  const candidates = technologies.map(({ id, slug, name, category, readiness }) => ({
    ...{ id, slug, name, readiness, category: category.slug, alphabet: alphabetOf(name) },
  }))
  held.update({ ...bare, candidates })
  return held
}

function typistsIn(pairs: FrozenScan['pairs']): number {
  let most = 0
  for (const { answers } of pairs) for (const { typist } of answers) most = Math.max(most, typist)
  return most
}

/** One declaration for each panel member who had an interest when the round closed. */
function declarationsOf({ head, technologies }: FrozenScan) {
  const byMember = new Map<string, string[]>()
  for (const { id, interested } of technologies)
    for (const pseudonym of interested) byMember.set(pseudonym, [...(byMember.get(pseudonym) ?? []), id])
  const declaredAt = head.round.closedAt
  return [...byMember].map(([panellist, ids]) => ({ panellist, technologies: ids, declaredAt }))
}
