import type { EditionHead } from '../../db/editions.ts'
import type { Database } from '../../db/open.ts'
import { technologiesMatching } from '../../db/technologies.ts'
import type { ListName, Ranking as RankingResponse, Standing } from '../contract/ranking.ts'
import type { Readings } from '../contract/readings.ts'
import type { Audience } from '../editions/audience.ts'
import type { OpenEdition } from '../editions/shelf-reader.ts'
import { Refusal, repeated } from '../refusal.ts'
import { bandsOf, endOf, type Weights } from '../scans/method.ts'
import { lastClosed } from '../scans/round.ts'
import type { FollowedScan, RegistryFollower } from './follower.ts'
import type { HeldCandidate } from './held-scan.ts'
import { type LensReference, lensesOf, lensNamed, nameOfLens } from './lens-names.ts'
import type { Awaiting, Listed, Ranked } from './rank.ts'
import { readingsOf } from './readings.ts'
import { toRow } from './rows.ts'
import { answeredIn, answersByBand, askedOf, interestsIn, oneMemberIn, specialismsOf, type View } from './view.ts'

/** Which view a ranking is asked for. What is left out: the latest scan, the method's weights. An edition brings its scan. */
export interface ViewQuery {
  scan?: string | undefined
  edition?: { reference: string; audience: Audience } | undefined
  lens: LensReference
  weights?: Weights | undefined
}

/** Which rows of it. Several values of one filter are OR, filters are AND. */
export interface FilteredQuery extends ViewQuery {
  category?: string[] | undefined
  band?: number[] | undefined
  specialism?: string[] | undefined
  technology?: string[] | undefined
  q?: string | undefined
}

/** Which list of these rows, in which order, and how many. */
export interface RankingQuery extends FilteredQuery {
  list: ListName
  sort: '-score' | 'name' | 'year'
  from: number
  limit: number
}

/** Which scans a reader may see the ranking of: all, or those whose draft the board may see. */
export type ScanScope = 'all' | 'drafts'

/** Where editions stand; who reads none needs no shelf. */
export interface Shelf {
  open(reference: string, audience: Audience): Promise<OpenEdition>
}

type Row = Listed | Awaiting | Ranked
export type Lists = Record<ListName, Row[]>
type Keeps = (candidate: HeldCandidate, row: Row) => boolean

/** Reads rankings for the programming interface: what the follower holds, in the contract's words. */
export class RankingReader {
  private readonly db: Database
  private readonly follower: RegistryFollower
  private readonly shelf: Shelf | undefined

  constructor(db: Database, follower: RegistryFollower, shelf?: Shelf) {
    this.db = db
    this.follower = follower
    this.shelf = shelf
  }

  async ranking(query: RankingQuery, scope: ScanScope): Promise<RankingResponse> {
    const { view, lists } = await this.viewed(query, scope)
    return rankingOf(view, lists, query)
  }

  /** What rankings by any weights are made from. */
  async readings(query: Omit<ViewQuery, 'weights'>, scope: ScanScope): Promise<Readings> {
    const view = await this.view(query, scope)
    const { held } = view.scan
    const reading = held.readingAsOf(view.round?.number ?? 0, view.lens)
    return { ...aboutOf(view), ...aroundOf(view), ...readingsOf(reading, (number) => held.candidate(number)) }
  }

  /** One technology taken apart; 404 where the scan does not hold it. */
  async standing(reference: string, query: ViewQuery, scope: ScanScope): Promise<Standing> {
    const view = await this.view(query, scope)
    const lists = listsOf(view, (candidate) => candidate.slug === reference || candidate.id === reference)
    const [list, rows] = Object.entries(lists).find(([, found]) => found.length > 0) ?? []
    const row = rows?.[0]
    if (!row)
      throw new Refusal('not-found', `${view.scan.head.name} does not hold the technology ${repeated(reference)}.`)
    const response = toRow(row, view.scan.held.candidate(row.number))
    const ranked = 'score' in response ? response : null
    return {
      ...aboutOf(view),
      list: list as ListName,
      ranked,
      of: view.ranking.ranked.length,
      missing: 'missing' in response ? response.missing : [],
      panellists: response.panellists,
      interests: interestsIn(view, row.id),
      specialisms: specialismsOf(view, row.number),
      byBand: ranked && answersByBand(view, row.number),
    }
  }

  /** The lists of a view with the rows that the filters keep, in the ranking's own order. */
  async viewed(query: FilteredQuery, scope: ScanScope): Promise<{ view: View; lists: Lists }> {
    const view = await this.view(query, scope)
    return { view, lists: listsOf(view, await this.filter(view, query)) }
  }

  async view(query: ViewQuery, scope: ScanScope): Promise<View> {
    if (query.edition) return viewOf(ofScan(await this.opened(query.edition), query.scan), query)
    const registry = await this.follower.followed()
    const scan = findScan(registry.scans, query.scan, scope)
    return viewOf({ registry, scan, round: lastClosed(scan.rounds) }, query)
  }

  private async opened({ reference, audience }: NonNullable<ViewQuery['edition']>) {
    if (!this.shelf) throw new Error('There is no shelf to take an edition from.')
    const { head, ...rest } = await this.shelf.open(reference, audience)
    return { ...rest, edition: head }
  }

  private async filter(view: View, query: FilteredQuery): Promise<Keeps> {
    const matching = query.q
      ? new Set(view.matching?.(query.q) ?? (await technologiesMatching(this.db, query.q)))
      : undefined
    const asked = query.specialism?.length ? askedOf(view, query.specialism) : undefined
    const { category, band, technology } = query
    return (candidate, row) =>
      (!category?.length || category.includes(candidate.category)) &&
      (!band?.length || !('band' in row) || band.includes(row.band)) &&
      (!technology?.length || technology.includes(candidate.slug) || technology.includes(candidate.id)) &&
      (!asked || asked.has(row.number)) &&
      (!matching || matching.has(candidate.id))
  }
}

/** An edition brings its scan: 404 where an address names another one beside it. */
function ofScan<T extends Pick<View, 'scan' | 'edition'>>(source: T, reference: string | undefined): T {
  const { id, slug, name } = source.scan.head
  if (reference === undefined || reference === slug || reference === id) return source
  throw new Refusal('not-found', `“${source.edition?.title}” is of ${name}, not of ${repeated(reference)}.`)
}

/** A source seen through a lens, by weights. */
export function viewOf(
  source: Pick<View, 'registry' | 'scan' | 'round' | 'edition' | 'matching'>,
  query: ViewQuery,
): View {
  const { scan, round } = source
  const lens = lensNamed(scan, query.lens)
  const weights = query.weights ?? scan.method.weights
  return { ...source, lens, weights, ranking: scan.held.rankingAsOf(round?.number ?? 0, lens, weights) }
}

type Page = Pick<RankingQuery, 'list' | 'sort' | 'from' | 'limit'>

/** One list of a view as the interface answers it. */
export function rankingOf(view: View, lists: Lists, query: Page): RankingResponse {
  const rows = sorted(lists[query.list], query.sort)
  const page = rows.slice(query.from, query.from + query.limit)
  const end = query.from + page.length
  return {
    ...aboutOf(view),
    ...aroundOf(view),
    counts: {
      ranked: lists.ranked.length,
      awaiting: lists.awaiting.length,
      'already-here': lists['already-here'].length,
      'not-affected': lists['not-affected'].length,
    },
    list: query.list,
    items: page.map((row) => toRow(row, view.scan.held.candidate(row.number))),
    total: rows.length,
    nextCursor: end < rows.length ? String(end) : null,
  }
}

/** What a ranking is of: the same head on the list and on one technology. */
export function aboutOf(view: View) {
  const { registry, scan, round, lens, weights, ranking, edition } = view
  const { method, state } = scan
  const { id, slug, name, startYear } = scan.head
  return {
    scan: { id, slug, name, startYear, endYear: endOf(state.horizon) },
    round: round ? { number: round.number, openedAt: round.openedAt, closedAt: round.closedAt! } : null,
    workingDraft: !edition?.number,
    edition: edition ? editionOf(edition) : null,
    demonstration: registry.state.demonstration,
    lens: nameOfLens(scan, lens),
    weights,
    shares: ranking.shares,
    minimumPanel: method.minimumPanel,
    minimumShown: method.minimumShown,
    raterScale: method.raterScale,
    oneMember: oneMemberIn(view),
    bands: bandsOf(method, state.horizon),
  }
}

function aroundOf(view: View) {
  return {
    answered: answeredIn(view),
    lenses: lensesOf(view.scan),
    categories: view.registry.categories.map(({ slug, name }) => ({ slug, name })),
  }
}
const editionOf = ({ id, number, title, publishedAt }: EditionHead) => ({ id, number, title, publishedAt })

/** The scan asked for, or the latest one that has a closed round, or the latest. */
function findScan(all: readonly FollowedScan[], reference: string | undefined, scope: ScanScope): FollowedScan {
  const visible = all.filter((scan) => scope === 'all' || scan.head.boardSeesDraft)
  const found = reference
    ? visible.find((scan) => scan.head.slug === reference || scan.head.id === reference)
    : (visible.find((scan) => lastClosed(scan.rounds)) ?? visible[0])
  if (found) return found
  const detail = reference
    ? `There is no scan ${repeated(reference)}.`
    : 'There is no scan you may see a ranking of yet.'
  throw new Refusal('not-found', detail)
}

/** The four lists of a view, with the rows that are kept. */
export function listsOf(view: View, keeps: Keeps = () => true): Lists {
  const { ranking, scan } = view
  const kept = (rows: readonly Row[]) => rows.filter((row) => keeps(scan.held.candidate(row.number), row))
  return {
    ranked: kept(ranking.ranked),
    awaiting: kept(ranking.awaiting),
    'already-here': kept(ranking.alreadyHere),
    'not-affected': kept(ranking.notAffected),
  }
}

/** Lists come in the ranking's own order; another one is a view of it. */
function sorted(rows: readonly Row[], sort: RankingQuery['sort']): readonly Row[] {
  const byName = (a: Row, b: Row) => (a.alphabet < b.alphabet ? -1 : a.alphabet > b.alphabet ? 1 : 0)
  const yearOf = (row: Row) => ('years' in row ? row.years.middle : 0)
  if (sort === '-score') return rows
  return rows.toSorted(sort === 'name' ? byName : (a, b) => yearOf(a) - yearOf(b) || byName(a, b))
}
