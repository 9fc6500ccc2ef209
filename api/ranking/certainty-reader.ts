import type { Certainty, PlaceCertainty } from '../contract/certainty.ts'
import { Refusal, repeated } from '../refusal.ts'
import { chanceAbove, type LensCertainty, type PlaceRange } from './certainty.ts'
import type { CertaintyKeeper, Known } from './certainty-keeper.ts'
import { arithmeticVersion, type Varies } from './draw-plan.ts'
import { nameOfLens } from './lens-names.ts'
import { neighbours, unitsOfDraw } from './place-counts.ts'
import { peopleIn } from './rank.ts'
import type { RankingReader, ScanScope, ViewQuery } from './reader.ts'
import type { View } from './view.ts'

export interface CertaintyQuery extends ViewQuery {
  varies: Varies
}

/** Reads how sure rankings are, in the contract's words. Whatever appears is ranked in its lens, and so public already. */
export class CertaintyReader {
  private readonly rankings: RankingReader
  private readonly keeper: CertaintyKeeper

  constructor(rankings: RankingReader, keeper: CertaintyKeeper) {
    this.rankings = rankings
    this.keeper = keeper
  }

  async certainty(query: CertaintyQuery, scope: ScanScope): Promise<Certainty> {
    const { view, known } = await this.known(query, scope)
    return toCertainty(view, known, query.varies)
  }

  /** 404 where the lens does not rank the technology. */
  async ofPlace(reference: string, query: CertaintyQuery, scope: ScanScope): Promise<PlaceCertainty> {
    const { view, known } = await this.known(query, scope)
    const { ranked } = view.ranking
    const slugOf = (number: number) => view.scan.held.candidate(number).slug
    const row = ranked.findIndex(({ id, number }) => id === reference || slugOf(number) === reference)
    if (row < 0)
      throw new Refusal(
        'not-found',
        `${repeated(reference)} is not ranked in ${nameOfLens(view.scan, view.lens).name}.`,
      )
    const about = aboutOf(view, known, query.varies)
    if (known.state !== 'ready') return { ...about, range: null, acceptability: null, standsAbove: [] }
    const { certainty } = known
    return {
      ...about,
      range: toRange(certainty.ranges[row]!, view),
      acceptability: acceptabilityOf(certainty, row),
      standsAbove: ranked.slice(Math.max(0, row - neighbours), row + neighbours + 1).flatMap((other) => {
        const at = ranked.indexOf(other)
        const { id, number, name, place } = other
        return at === row ? [] : [{ id, slug: slugOf(number), name, place, chance: chanceAbove(certainty, row, at) }]
      }),
    }
  }

  private async known({ varies, ...query }: CertaintyQuery, scope: ScanScope): Promise<{ view: View; known: Known }> {
    const view = await this.rankings.view(query, scope)
    return { view, known: this.keeper.look(view.scan, view.lens, varies) }
  }
}

/** What is known of how sure a view's places are. */
export function toCertainty(view: View, known: Known, varies: Varies): Certainty {
  const certainty = known.state === 'ready' ? known.certainty : null
  return {
    ...aboutOf(view, known, varies),
    groups: certainty?.groups ?? null,
    items: certainty?.ranges.map((range) => toRange(range, view)) ?? [],
  }
}

function aboutOf({ scan, round, lens }: View, known: Known, varies: Varies) {
  const { id, slug, name } = scan.head
  const isReady = known.state === 'ready'
  return {
    scan: { id, slug, name },
    round: round?.number ?? null,
    lens: nameOfLens(scan, lens),
    people: round ? peopleIn(scan.held.inputAsOf(round.number), lens) : 0,
    state: known.state,
    progress: known.state === 'working' ? known.progress : isReady ? 1 : 0,
    varies,
    draws: isReady ? known.certainty.draws : null,
    seed: isReady ? known.certainty.seed : null,
    arithmeticVersion,
  }
}

function toRange({ id, group, low, middle, high, topTen }: PlaceRange, { scan }: View): Certainty['items'][number] {
  return { id, slug: scan.held.find(id)!.slug, group, low, middle, high, topTen }
}

function acceptabilityOf({ acceptability, draws }: LensCertainty, row: number): PlaceCertainty['acceptability'] {
  if (!acceptability) return null
  const { from, units } = acceptability[row]!
  return Array.from(units, (unit, i) => ({ place: from + i, share: unit / (draws * unitsOfDraw) })).filter(
    ({ share }) => share > 0,
  )
}
