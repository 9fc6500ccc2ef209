import { type EditionHead, editionRows, findEdition, findEditionRow } from '../../db/editions.ts'
import { signedReviewsIn, textsInScan } from '../../db/frozen-texts.ts'
import { namesOfAccounts } from '../../db/next-scan.ts'
import type { Database } from '../../db/open.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { FrozenTechnology } from '../contract/editions.ts'
import type { ListName, RankedTechnology, UnrankedTechnology } from '../contract/ranking.ts'
import { inTurns, pauses } from '../in-turns.ts'
import type { FollowedRegistry, FollowedScan, RegistryFollower } from '../ranking/follower.ts'
import { listsOf, rankingOf, viewOf } from '../ranking/reader.ts'
import { Recent } from '../ranking/recent.ts'
import { Refusal, repeated } from '../refusal.ts'
import { lastClosed } from '../scans/round.ts'
import { type Audience, isFor } from './audience.ts'
import type { EditionDocument } from './document.ts'
import { type FrozenReviewRow, type FrozenScan, type FrozenTechnologyRow, scanKinds, scanOf } from './frozen.ts'
import { matchesWords } from './matching.ts'
import { readEdition } from './reader.ts'
import { rebuild } from './rebuild.ts'

/** An edition whose figures can be worked out: a draft's from the live registry, a published one's from what it holds. */
export interface OpenEdition {
  head: EditionHead
  registry: FollowedRegistry
  scan: FollowedScan
  round: RoundHead | undefined
  /** Ids of its technologies whose name or texts hold the words; undefined where the registry's own search is to be asked. */
  matching: ((text: string) => string[]) | undefined
}

/** How many rows of published editions are kept in memory, rebuilt. */
const technologiesKept = 20_000

type Rebuilt = Pick<OpenEdition, 'registry' | 'scan' | 'round' | 'matching'>

/** Opens editions. What a published one holds never changes, so that it is read and rebuilt once. */
export class EditionShelf {
  private readonly rebuilt = new Recent<Promise<Rebuilt>>(technologiesKept)
  private readonly db: Database
  private readonly follower: RegistryFollower

  constructor(db: Database, follower: RegistryFollower) {
    this.db = db
    this.follower = follower
  }

  /** An edition by number or id; 404 where there is none, or none for this audience. */
  async head(reference: string, audience: Audience): Promise<EditionHead> {
    const head = await findEdition(this.db, reference)
    if (head && isFor(audience, head)) return head
    throw new Refusal('not-found', `There is no edition ${repeated(reference)}.`)
  }

  async open(reference: string, audience: Audience): Promise<OpenEdition> {
    const head = await this.head(reference, audience)
    return { head, ...(head.state === 'draft' ? await this.live(head) : await this.published(head)) }
  }

  /** A list of a published edition as the interface answers it, kept since it was published; undefined where it has more rows than `limit`. */
  async readyRanking(asked: { reference: string; audience: Audience }, list: string, limit: number) {
    const head = await this.head(asked.reference, asked.audience)
    const json = head.state === 'draft' ? undefined : await findEditionRow(this.db, head.id, 'ranking', list)
    const total = Number(/"total":(\d+),"nextCursor":null\}$/.exec(json?.slice(-60) ?? '')?.[1])
    return total <= limit ? json : undefined
  }

  /** How sure a published edition's places are through a lens, as an address names it, kept in the same way. */
  async readyCertainty(asked: { reference: string; audience: Audience }, lens: string): Promise<string | undefined> {
    const head = await this.head(asked.reference, asked.audience)
    return head.state === 'draft' ? undefined : findEditionRow(this.db, head.id, 'certainty', lens)
  }

  /** Texts, evidence and signed reviews of the technologies of an edition, by id; of one, where it is named. */
  async technologies(head: EditionHead, technology?: string): Promise<FrozenTechnology[]> {
    const { texts, reviews } =
      head.state === 'draft' ? await this.liveTexts(head, technology) : await this.frozenTexts(head)
    const { scan } = await this.open(head.id, 'all')
    const names = await namesOfAccounts(this.db, [...new Set(reviews.map(({ signedBy }) => signedBy))])
    const specialisms = new Map(scan.specialisms.map(({ id, slug, name }) => [id, { slug, name }]))
    return texts
      .filter(({ id }) => technology === undefined || id === technology)
      .map((one) => ({ ...one, reviews: reviews.filter((review) => review.technology === one.id).map(toReview) }))

    function toReview({ specialism, content, signedBy, signedAt, illustrative }: FrozenReviewRow) {
      return {
        specialism: specialisms.get(specialism)!,
        content,
        signedBy: names.get(signedBy)!,
        signedAt,
        illustrative,
      }
    }
  }

  /** An edition whole. */
  async documentOf(reference: string, audience: Audience): Promise<EditionDocument> {
    const { head, ...source } = await this.open(reference, audience)
    const view = viewOf({ ...source, edition: head }, { lens: { kind: 'all' } })
    const lists = listsOf(view)
    const all = (list: ListName) =>
      rankingOf(view, lists, { list, sort: '-score', from: 0, limit: Number.POSITIVE_INFINITY })
    const ranking = all('ranked')
    const unranked = (list: ListName) => all(list).items as UnrankedTechnology[]
    return {
      edition: await readEdition(this.db, this, head.id, audience),
      ranking,
      ranked: ranking.items as RankedTechnology[],
      others: {
        awaiting: unranked('awaiting'),
        'already-here': unranked('already-here'),
        'not-affected': unranked('not-affected'),
      },
      technologies: await this.technologies(head),
    }
  }

  private async live(head: EditionHead): Promise<Rebuilt> {
    const registry = await this.follower.followed()
    const scan = registry.scans.find((one) => one.head.id === head.scan)
    // A demonstration that was started again meanwhile.
    if (!scan) throw new Refusal('not-found', `There is no edition ${repeated(head.id)} any more.`)
    return { registry, scan, round: lastClosed(scan.rounds), matching: undefined }
  }

  private published(head: EditionHead): Promise<Rebuilt> {
    return this.rebuilt.getOr(head.id, technologiesKept / 8, async () => {
      const rows = await editionRows(this.db, head.id, scanKinds)
      return rebuiltFrom(await inTurns(scanOf(rows)))
    })
  }

  private async liveTexts({ scan }: EditionHead, technology?: string) {
    return {
      texts: await textsInScan(this.db, scan, pauses(), technology),
      reviews: (await signedReviewsIn(this.db, scan)) as FrozenReviewRow[],
    }
  }

  private async frozenTexts({ id }: EditionHead) {
    const rows = await editionRows(this.db, id, ['technology', 'review'])
    const of = <T>(kind: string) => rows.flatMap((row) => (row.kind === kind ? [JSON.parse(row.content) as T] : []))
    const texts = of<FrozenTechnologyRow>('technology').map(({ n: _, interested: __, ...kept }) => kept)
    return { texts, reviews: of<FrozenReviewRow>('review') }
  }
}

/** A frozen scan in the shape in which the follower holds a live one. */
export async function rebuiltFrom(frozen: FrozenScan): Promise<Rebuilt> {
  const { head, method, categories, specialisms, panellists, technologies } = frozen
  const held = await inTurns(rebuild(frozen))
  const { id, slug, name, startYear, horizonYears, timeZone } = head.scan
  const rounds = roundsOf(frozen)
  const scan: FollowedScan = {
    head: {
      id,
      slug,
      name,
      startYear,
      horizonYears,
      timeZone,
      boardSeesDraft: true,
      previous: null,
      frozenAt: null,
      version: 0,
    },
    method,
    rounds,
    specialisms: specialisms.toSorted((a, b) => a.position - b.position),
    panel: panellists
      .filter(({ seat }) => seat)
      .map(({ pseudonym, specialisms: own }) => ({ id: pseudonym, account: pseudonym, specialisms: own })),
    state: held.state,
    held,
  }
  const state = { revision: 0, restarts: 0, demonstration: head.demonstration }
  const registry = { state, categories: categories as FollowedRegistry['categories'], scans: [scan] }
  const texts = technologies.map((one) => ({ id: one.id, text: `${one.name} ${one.description} ${one.wouldChange}` }))
  const matching = (search: string) => texts.filter(({ text }) => matchesWords(text, search)).map((one) => one.id)
  return { registry, scan, round: lastClosed(rounds), matching }
}

/** The round that an edition is as of and, where that is a later one, the first, of which only its opening is known. */
function roundsOf({ head }: FrozenScan): RoundHead[] {
  const { number, openedAt, closedAt } = head.round
  const round = {
    id: '',
    scan: head.scan.id,
    state: 'closed' as const,
    asksYears: false,
    shared: false,
    imported: false,
    version: 0,
  }
  const rest = { shortlistGroups: null, closesOn: null, closedAt }
  const last = { ...round, ...rest, number, openedAt }
  return number === 1 ? [last] : [{ ...round, ...rest, number: 1, openedAt: head.firstOpenedAt }, last]
}
