import type { EditionHead } from '../../db/editions.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { HeldSpecialism } from '../../db/scans.ts'
import type { Ranking as RankingResponse, Standing } from '../contract/ranking.ts'
import type { Weights } from '../scans/method.ts'
import { countedRounds } from '../scans/round.ts'
import type { FollowedRegistry, FollowedScan } from './follower.ts'
import { cannotTellApart } from './leanings.ts'
import { isInLens, type Lens } from './lens.ts'
import { enoughForSpread, yearPooler } from './median-year.ts'
import { peopleIn, type Ranking, withheldFrom } from './rank.ts'

/** One scan as of a closed round, through a lens. Before the first round has closed, `round` is undefined. */
export interface View {
  registry: FollowedRegistry
  scan: FollowedScan
  round: RoundHead | undefined
  lens: Lens
  weights: Weights
  ranking: Ranking
  /** Where it is an edition's: its head, and which technologies (ids) hold words as it has them. */
  edition?: EditionHead
  matching?: ((text: string) => string[]) | undefined
}

/** All that its ranking is made from. */
export const inputOf = (view: Pick<View, 'scan' | 'round'>) => view.scan.held.inputAsOf(view.round?.number ?? 0)

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
export function answeredIn(view: Pick<View, 'scan' | 'lens' | 'round'>): RankingResponse['answered'] {
  const { scan, lens, round } = view
  const { heard } = inputOf(view).tallies
  const isIn = scan.state.specialisms.map((specialism) => isInLens(lens, specialism))
  const idsWhere = (keep: (s: number) => boolean) =>
    new Set(scan.state.specialisms.filter((_, s) => isIn[s] && keep(s)).map((specialism) => specialism.id))
  const inLens = idsWhere(() => true)
  const silent = idsWhere((s) => heard[s] === 0)
  return {
    panellists: peopleIn(inputOf(view), lens),
    invited: scan.panel.filter((seat) => seat.specialisms.some((id) => inLens.has(id))).length,
    specialisms: inLens.size - silent.size,
    ofSpecialisms: inLens.size,
    notHeardFrom: scan.specialisms.filter((one) => silent.has(one.id)).map((one) => one.name),
    from: round ? (countedRounds(scan.rounds)[0]?.openedAt ?? null) : null,
    to: round?.closedAt ?? null,
  }
}

/** Specialisms of the lens with one panel member, by name: from the seats, since who answered is not for everybody. */
export function oneMemberIn({ scan, lens }: Pick<View, 'scan' | 'lens'>): string[] {
  const alone = new Set(cannotTellApart(scan.panel))
  const inLens = new Set(scan.state.specialisms.filter((one) => isInLens(lens, one)).map(({ id }) => id))
  return scan.specialisms.filter(({ id }) => alone.has(id) && inLens.has(id)).map(({ name }) => name)
}

/** What may be shown of one specialism's answers on a technology. */
export interface Shown {
  specialism: HeldSpecialism
  inLens: boolean
  /** Null where they may not be shown: a count could be a person's stance, and totals less counts would be one. */
  answers: number | null
  cannotJudge: number | null
  meanImpact: number | null
  withheld: boolean
}

/** How each specialism that was asked answered on one technology, as far as it may be shown. */
export function shownOf(view: View, technology: number): Shown[] {
  const input = inputOf(view)
  const { pairStart, pairs } = input.tallies
  const hidden = withheldFrom(input, technology).specialisms
  const byId = specialismsById(view.scan)
  const rows: Shown[] = []
  for (let p = pairStart[technology]!; p < pairStart[technology + 1]!; p++) {
    const s = pairs.specialism[p]!
    const answers = pairs.answers[p]!
    const withheld = hidden.has(s)
    rows.push({
      specialism: byId.get(input.specialisms[s]!.id)!,
      inLens: isInLens(view.lens, input.specialisms[s]!),
      answers: withheld ? null : answers,
      cannotJudge: withheld ? null : pairs.cannotJudge[p]!,
      meanImpact: withheld || answers === 0 ? null : pairs.impact[p]! / answers,
      withheld,
    })
  }
  return rows
}

/** As `shownOf`, highest impact first, in the contract's words. */
export function specialismsOf(view: View, technology: number): Standing['specialisms'] {
  const rows = shownOf(view, technology).map(({ specialism: { slug, name, grouping }, ...shown }) => ({
    slug,
    name,
    grouping: grouping.slug,
    ...shown,
  }))
  return rows.sort((a, b) => (b.meanImpact ?? -1) - (a.meanImpact ?? -1) || (a.name < b.name ? -1 : 1))
}

const specialisms = new WeakMap<FollowedScan, Map<string, HeldSpecialism>>()

function specialismsById(scan: FollowedScan): Map<string, HeldSpecialism> {
  const known = specialisms.get(scan) ?? new Map(scan.specialisms.map((specialism) => [specialism.id, specialism]))
  specialisms.set(scan, known)
  return known
}

/** How the answers on a ranked technology fall over the bands, from five answers up; else null. */
export function answersByBand(view: View, technology: number): number[] | null {
  const input = inputOf(view)
  const years = yearPooler(input.tallies, view.ranking.lens, input.method, input.horizon)(technology)
  return years && years.answers >= enoughForSpread ? years.byBand : null
}

/** How many panel members had declared an interest in a technology (its id) when the round closed. */
export function interestsIn({ scan, round }: View, technology: string): Standing['interests'] {
  const interested = scan.held.interestsAsOf(round?.number ?? 0).get(technology)
  return { declared: interested?.size ?? 0, leftOut: scan.method.leaveOutInterested }
}
