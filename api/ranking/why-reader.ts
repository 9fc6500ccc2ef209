import type { Fragility, Swap, Why } from '../contract/why.ts'
import { inTurns } from '../in-turns.ts'
import { Refusal, repeated } from '../refusal.ts'
import type { Criterion } from '../scans/method.ts'
import {
  isPanelMemberTold,
  type LeftOut,
  withoutCriteria,
  withoutPanelMembers,
  withoutSpecialisms,
} from './fragility.ts'
import { nameOfLens } from './lens-names.ts'
import { type LensReading, type Ranked, type Reading, withheldFrom } from './rank.ts'
import type { RankingReader, ScanScope, ViewQuery } from './reader.ts'
import { isInFirstTen, type Places, type Shifts } from './shifts.ts'
import { smallestSwap } from './swap.ts'
import type { Tallies } from './tally.ts'
import { inputOf, type View } from './view.ts'

type Query = Omit<ViewQuery, 'weights'>

/** What the places of a lens become with something left out. */
interface LeavingOut {
  panelMember: Shifts
  specialisms: LeftOut<number>[]
  criteria: LeftOut<Criterion>[]
}

/** Reads why technologies stand where they do, by the method's own weights. Worked out when first asked for, in turns with others. */
export class WhyReader {
  private readonly rankings: RankingReader
  /** Leaving out panel members takes longest, and depends on a round's answers and the lens alone. */
  private readonly shifts = new WeakMap<Tallies, Map<string, Promise<Shifts>>>()
  private readonly leftOut = new WeakMap<LensReading, Promise<LeavingOut>>()

  constructor(rankings: RankingReader) {
    this.rankings = rankings
  }

  /** 404 where the lens does not rank the technology. */
  async why(reference: string, query: Query, scope: ScanScope): Promise<Why> {
    const view = await this.rankings.view(query, scope)
    const { ranked } = view.ranking
    const row = ranked.find(({ id, number }) => id === reference || namedIn(view, number).slug === reference)
    const lens = nameOfLens(view.scan, view.lens)
    if (!row) throw new Refusal('not-found', `${repeated(reference)} is not ranked in ${lens.name}.`)
    const reading = readingOf(view)
    const left = await this.leavingOut(view, reading)
    const withheld = withheldFrom(inputOf(view), row.number).specialisms
    return {
      ...aboutOf(view),
      technology: technologyOf(view, row),
      place: row.place,
      of: ranked.length,
      swaps: {
        above: swapWith(
          view,
          row,
          ranked.findLast(({ score }) => score > row.score),
        ),
        below: swapWith(
          view,
          row,
          ranked.find(({ score }) => score < row.score),
        ),
      },
      panelMember: isPanelMemberTold(row) ? left.panelMember.of(row.number) : null,
      specialisms: left.specialisms
        .filter(({ what }) => !withheld.has(what))
        .map(({ what, places }) => ({ ...specialismOf(view, what), place: placeIn(places, row.number) })),
      notTold: left.specialisms
        .filter(({ what }) => withheld.has(what))
        .map(({ what }) => specialismOf(view, what).name),
      criteria: left.criteria.map(({ what, places }) => ({ criterion: what, place: placeIn(places, row.number) })),
    }
  }

  /** Whose being among the first ten, or not, depends on one left-out panel member, specialism or criterion; in the order of the ranking. */
  async fragility(query: Query, scope: ScanScope): Promise<Fragility> {
    const view = await this.rankings.view(query, scope)
    const reading = readingOf(view)
    const left = await this.leavingOut(view, reading)
    const places = new Map(view.ranking.ranked.map(({ number, place }) => [number, place]))
    const items = reading.placeable
      .map((one) => fragilityOf(view, one, places.get(one.listed.number) ?? null, left))
      .filter(({ panelMember, specialisms, criteria }) => panelMember || specialisms.length + criteria.length > 0)
      .sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY))
    return { ...aboutOf(view), items, total: items.length }
  }

  private leavingOut(view: View, reading: LensReading): Promise<LeavingOut> {
    const known = this.leftOut.get(reading)
    if (known) return known
    const working = this.leaveOut(view, reading)
    this.leftOut.set(reading, working)
    working.catch(() => this.leftOut.delete(reading))
    return working
  }

  private async leaveOut(view: View, reading: LensReading): Promise<LeavingOut> {
    const criteria = await inTurns(withoutCriteria(reading, view.weights))
    const specialisms = await inTurns(withoutSpecialisms(inputOf(view), reading, view.weights))
    return { criteria, specialisms, panelMember: await this.shiftsOf(view, reading) }
  }

  private shiftsOf(view: View, reading: LensReading): Promise<Shifts> {
    const { tallies } = inputOf(view)
    const ofTallies = this.shifts.get(tallies) ?? new Map<string, Promise<Shifts>>()
    this.shifts.set(tallies, ofTallies)
    const lens = JSON.stringify(view.lens)
    const known = ofTallies.get(lens)
    if (known) return known
    const recount = view.scan.held.recountAsOf(view.round?.number ?? 0)
    const working = inTurns(withoutPanelMembers(recount, reading, view.weights))
    ofTallies.set(lens, working)
    working.catch(() => ofTallies.delete(lens))
    return working
  }
}

const readingOf = ({ scan, round, lens }: View) => scan.held.readingAsOf(round?.number ?? 0, lens)
const namedIn = ({ scan }: View, number: number) => scan.held.candidate(number)
const placeIn = (places: Places, number: number) => places[number] || null

function technologyOf(view: View, { id, number, name }: { id: string; number: number; name: string }) {
  return { id, slug: namedIn(view, number).slug, name }
}

function specialismOf({ scan }: View, number: number) {
  const { id } = scan.state.specialisms[number]!
  const { slug, name } = scan.specialisms.find((one) => one.id === id)!
  return { slug, name }
}

function aboutOf({ scan, round, lens }: View) {
  const { id, slug, name } = scan.head
  return { scan: { id, slug, name }, round: round?.number ?? null, lens: nameOfLens(scan, lens) }
}

/** A neighbour, whichever of the two is above. */
function swapWith(view: View, row: Ranked, neighbour: Ranked | undefined): Swap | null {
  if (!neighbour) return null
  const [above, below] = neighbour.score > row.score ? [neighbour, row] : [row, neighbour]
  const change = smallestSwap(above.values, below.values, view.weights, view.ranking.lens.size)
  return { with: { ...technologyOf(view, neighbour), place: neighbour.place }, change }
}

function fragilityOf(view: View, { listed, found }: Reading, place: number | null, left: LeavingOut) {
  const { number, panellists } = listed
  const withheld = withheldFrom(inputOf(view), number).specialisms
  const isFirst = isInFirstTen(place ?? 0)
  const crossing = <T>({ places }: LeftOut<T>) => isInFirstTen(places[number]!) !== isFirst
  return {
    ...technologyOf(view, listed),
    place,
    panelMember: isPanelMemberTold({ panellists, found }) && left.panelMember.of(number).crosses,
    specialisms: left.specialisms
      .filter((one) => !withheld.has(one.what) && crossing(one))
      .map(({ what, places }) => ({ ...specialismOf(view, what), place: placeIn(places, number) })),
    criteria: left.criteria
      .filter(crossing)
      .map(({ what, places }) => ({ criterion: what, place: placeIn(places, number) })),
  }
}
