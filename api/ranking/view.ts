import type { RoundHead } from '../../db/rounds.ts'
import type { Ranking as RankingResponse, Standing } from '../contract/ranking.ts'
import type { Weights } from '../scans/method.ts'
import type { FollowedRegistry, FollowedScan } from './follower.ts'
import { isInLens, type Lens } from './lens.ts'
import { enoughForSpread, yearPooler } from './median-year.ts'
import { type Ranking, withheldFrom } from './rank.ts'

/** One scan as of a closed round, through a lens. Before the first round has closed, `round` is undefined. */
export interface View {
  registry: FollowedRegistry
  scan: FollowedScan
  round: RoundHead | undefined
  lens: Lens
  weights: Weights
  ranking: Ranking
}

const inputOf = (view: View) => view.scan.held.inputAsOf(view.round?.number ?? 0)

/** Numbers of the technologies that the scan asks any of these specialisms about. */
export function askedOf(view: View, slugs: readonly string[]): Set<number> {
  const { log } = view.scan.held
  const wanted = new Set(
    view.scan.specialisms.filter((one) => slugs.includes(one.slug)).map((one) => log.specialisms.find(one.id)!),
  )
  const { pairStart, pairs, technologies } = inputOf(view).tallies
  const asked = new Set<number>()
  for (let k = 0; k < technologies; k++)
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) if (wanted.has(pairs.specialism[p]!)) asked.add(k)
  return asked
}

/** Who answered within the lens: counts, and the specialisms nobody has been heard from. */
export function answeredIn(view: View): RankingResponse['answered'] {
  const { scan, lens, round } = view
  const { voices, heard } = inputOf(view).tallies
  const isIn = scan.state.specialisms.map((specialism) => isInLens(lens, specialism))
  const people = new Set(voices.flatMap((panellists, s) => (isIn[s] ? [...panellists] : [])))
  const idsWhere = (keep: (s: number) => boolean) =>
    new Set(scan.state.specialisms.filter((_, s) => isIn[s] && keep(s)).map((specialism) => specialism.id))
  const inLens = idsWhere(() => true)
  const silent = idsWhere((s) => heard[s] === 0)
  return {
    panellists: people.size,
    invited: scan.panel.filter((seat) => seat.specialisms.some((id) => inLens.has(id))).length,
    specialisms: inLens.size - silent.size,
    ofSpecialisms: inLens.size,
    notHeardFrom: scan.specialisms.filter((one) => silent.has(one.id)).map((one) => one.name),
    from: round ? (scan.rounds[0]?.openedAt ?? null) : null,
    to: round?.closedAt ?? null,
  }
}

/** How each specialism answered on one technology, highest impact first; figures of too few panel members left out. */
export function specialismsOf(view: View, technology: number): Standing['specialisms'] {
  const input = inputOf(view)
  const { pairStart, pairs } = input.tallies
  const withheld = withheldFrom(input, technology)
  const byId = new Map(view.scan.specialisms.map((specialism) => [specialism.id, specialism]))
  const rows: Standing['specialisms'] = []
  for (let p = pairStart[technology]!; p < pairStart[technology + 1]!; p++) {
    const s = pairs.specialism[p]!
    const answers = pairs.answers[p]!
    const cannotJudge = pairs.cannotJudge[p]!
    const heard = answers + cannotJudge
    const isCounted = heard === 0 || heard >= input.method.minimumShown
    const isShown = answers > 0 && isCounted && !withheld.specialisms.has(s)
    const specialism = byId.get(input.specialisms[s]!.id)!
    rows.push({
      slug: specialism.slug,
      name: specialism.name,
      grouping: specialism.grouping.slug,
      inLens: isInLens(view.lens, input.specialisms[s]!),
      answers: isCounted ? answers : null,
      cannotJudge: isCounted ? cannotJudge : null,
      meanImpact: isShown ? pairs.impact[p]! / answers : null,
      withheld: heard > 0 && !isShown && (answers > 0 || !isCounted),
    })
  }
  return rows.sort((a, b) => (b.meanImpact ?? -1) - (a.meanImpact ?? -1) || (a.name < b.name ? -1 : 1))
}

/** How the answers on a ranked technology fall over the bands, from five answers up; else null. */
export function answersByBand(view: View, technology: number): number[] | null {
  const input = inputOf(view)
  const years = yearPooler(input.tallies, view.ranking.lens, input.method, input.horizon)(technology)
  return years && years.answers >= enoughForSpread ? years.byBand : null
}
