import type { RankedTechnology, Ranking } from '../contract/ranking.ts'
import { wholePoints, wholeScore } from '../ranking/points.ts'
import { ordinal, reachLabel } from '../ranking/words.ts'
import { type Criterion, criteria } from '../scans/method.ts'
import { criterionNames } from '../scans/names.ts'
import { changeName } from './sizes.ts'

/** "Why is it here?" in one sentence, made from the figures of the row alone. */
export function whyHere(row: RankedTechnology, lens: Pick<Ranking['lens'], 'kind'>, ofSpecialisms: number): string {
  const where = lens.kind === 'specialism' ? '' : ` in ${reachLabel(row.affected, ofSpecialisms)}`
  const points = wholePoints(row.contributions)
  const most = criteria.reduce((a, b) => (points[b] > points[a] ? b : a))
  const because = `panel members expect a ${changeName(row.meanImpact)}${where} around ${row.years.middle}`
  const score = `${points[most]} of its ${wholeScore(row.score)} points come from ${asClause(most)}`
  return `It is ${ordinal(row.place)} because ${because}: ${score}.`
}

/** The criterion in the middle of a sentence: "how widespread it is". */
function asClause(criterion: Criterion): string {
  const name = criterionNames[criterion].toLowerCase()
  return criterion === 'readiness' ? `its ${name}` : criterion === 'impact' ? name : `${name} it is`
}

/** "Could be as early as 2027, or as late as 2034", or null where too few answers say when. */
export function spreadLabel({ years }: Pick<RankedTechnology, 'years'>): string | null {
  if (years.early === null || years.late === null) return null
  if (years.early === years.late) return `All answers say ${years.early}`
  return `Could be as early as ${years.early}, or as late as ${years.late}`
}
