import { type EditionHead, editions, findEditionRow } from '../../../db/editions.ts'
import { accountsOfMembers } from '../../../db/members.ts'
import type { Database } from '../../../db/open.ts'
import { adoptionsBy } from '../../../db/outcomes.ts'
import { findTechnology } from '../../../db/technologies.ts'
import type { Certainty } from '../../contract/certainty.ts'
import type { Comparison, TechnologyHistory } from '../../contract/comparison.ts'
import type { CertaintyKeeper } from '../../ranking/certainty-keeper.ts'
import { arithmeticVersion } from '../../ranking/draw-plan.ts'
import { Recent } from '../../ranking/recent.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { dayAt } from '../../rounds/closing.ts'
import type { TechnologyScope } from '../../technologies/scope.ts'
import { type Audience, isFor } from '../audience.ts'
import type { FrozenHead } from '../frozen.ts'
import { findPrevious, toSummary } from '../reader.ts'
import type { EditionShelf, OpenEdition } from '../shelf-reader.ts'
import { ChancesKeeper, type KnownChances } from './chances-keeper.ts'
import { type ComparedEdition, compareEditions, countsOf } from './compare.ts'
import { historyIn } from './history.ts'
import { type HowMade, methodChanges } from './method-changes.ts'
import { comparedOf, type Sureness } from './stood.ts'

/** How many rows of published editions are kept as they are compared. */
const rowsKept = 20_000

const everything = { kind: 'all' } as const

/** One of two editions that are held together. `isSure` is false while a draft's ranges are still being worked out. */
interface Side {
  open: OpenEdition
  compared: ComparedEdition
  isSure: boolean
}

/** Holds editions together, and a technology through all of them. */
export class ComparisonReader {
  /** A place for each; one that could not be read stays empty, to be read again. */
  private readonly kept = new Recent<{ compared?: ComparedEdition }>(rowsKept)
  private readonly db: Database
  private readonly shelf: EditionShelf
  private readonly certainties: CertaintyKeeper
  private readonly chances = new ChancesKeeper()
  private readonly now: () => Date

  constructor(db: Database, shelf: EditionShelf, certainties: CertaintyKeeper, now: () => Date) {
    this.db = db
    this.shelf = shelf
    this.certainties = certainties
    this.now = now
  }

  /** Two editions, whichever is named first; without `other` the one and the published one before it. */
  async comparison(reference: string, other: string | undefined, audience: Audience): Promise<Comparison> {
    const one = await this.shelf.head(reference, audience)
    const two = other === undefined ? await this.before(one) : await this.shelf.head(other, audience)
    if (one.id === two.id) {
      const detail = `Choose two different editions: “${one.title}” cannot be compared with itself.`
      throw new Refusal('invalid', detail, { errors: [{ parameter: 'with', detail }] })
    }
    const [earlier, later] = [one, two].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)) as [EditionHead, EditionHead]
    const [from, to] = [await this.sideOf(earlier, audience), await this.sideOf(later, audience)]
    const chances = this.chancesOf(from, to)
    const items = compareEditions(from.compared, to.compared, {
      adopted: await adoptionsBy(this.db, await this.lastDayOf(to.open)),
      higher: chances.state === 'ready' ? chances.higher : chances.state === 'working' ? null : new Map(),
    })
    return {
      from: await toSummary(this.db, earlier),
      to: await toSummary(this.db, later),
      counts: countsOf(items),
      panel: await this.panelOf(from.open, to.open),
      methodChanges: methodChanges(await this.howMade(from.open), await this.howMade(to.open)),
      chances: { state: chances.state, progress: chances.state === 'working' ? chances.progress : 1 },
      items,
      total: items.length,
    }
  }

  /**
   * A technology through the editions that stand, oldest first; nothing where none of them holds it. 404 for who may know it neither
   * from them nor, by `scope`, from the registry.
   */
  async history(reference: string, audience: Audience, scope?: TechnologyScope): Promise<TechnologyHistory> {
    const known = await findTechnology(this.db, reference, 'registry')
    const items = known ? await this.itemsOf(known.id, audience) : []
    if (items.some(({ list }) => list !== 'not-in-scan')) return { items, total: items.length }
    if (scope && (await findTechnology(this.db, reference, scope))) return { items: [], total: 0 }
    throw new Refusal('not-found', `There is no technology ${repeated(reference)}.`)
  }

  private async itemsOf(technology: string, audience: Audience): Promise<TechnologyHistory['items']> {
    const standing = (await editions(this.db)).filter((one) => one.state === 'published' && isFor(audience, one))
    const items: TechnologyHistory['items'] = []
    for (const head of standing.reverse()) {
      const { compared } = await this.sideOf(head, audience)
      items.push({ edition: await toSummary(this.db, head), ...historyIn(compared, technology) })
    }
    return items
  }

  /** Ends what is being worked out. */
  stop(): Promise<void> {
    return this.chances.stop()
  }

  private async before(head: EditionHead): Promise<EditionHead> {
    const previous = await findPrevious(this.db, head)
    if (previous) return previous
    throw new Refusal(
      'conflict',
      `No published edition stands before “${head.title}”, so there is nothing to compare with.`,
    )
  }

  private async sideOf(head: EditionHead, audience: Audience): Promise<Side> {
    const open = await this.shelf.open(head.id, audience)
    const read = async (sure: ReadonlyMap<string, Sureness>) =>
      comparedOf(await this.shelf.documentOf(head.id, audience), sure)
    if (head.state === 'draft') {
      const sure = this.surenessNow(open)
      return { open, compared: await read(sure ?? new Map()), isSure: sure !== null }
    }
    const place = this.kept.getOr(head.id, open.scan.state.candidates.length, () => ({}))
    place.compared ??= await read(await this.frozenSureness({ reference: head.id, audience }))
    return { open, compared: place.compared, isSure: true }
  }

  private async frozenSureness(asked: { reference: string; audience: Audience }): Promise<Map<string, Sureness>> {
    const content = await this.shelf.readyCertainty(asked, 'all')
    return rangesById(content ? (JSON.parse(content) as Certainty).items : [])
  }

  /** Null while it is being worked out. */
  private surenessNow({ scan }: OpenEdition): Map<string, Sureness> | null {
    const known = this.certainties.look(scan, everything, 'both')
    if (known.state === 'working') return null
    return rangesById(known.state === 'ready' ? known.certainty.ranges : [])
  }

  private chancesOf(from: Side, to: Side): KnownChances {
    const isRanked = new Set(to.compared.ranked.map(({ id }) => id))
    const among = new Set(from.compared.ranked.map(({ id }) => id).filter((id) => isRanked.has(id)))
    const [before, after] = [from, to].map(({ open: { scan, round } }) => ({ scan, round: round?.number ?? 0 }))
    const known = this.chances.look(before!, after!, among)
    // Groups are as of each edition: until a draft has them, nothing can be said of movement.
    return from.isSure && to.isSure
      ? known
      : { state: 'working', progress: known.state === 'working' ? known.progress : 1 }
  }

  /** The day, where the scan is, of the edition's publication; today while it is a draft. */
  private async lastDayOf({ head, scan }: OpenEdition): Promise<string> {
    return dayAt(head.publishedAt === null ? this.now() : new Date(head.publishedAt), scan.head.timeZone)
  }

  private async panelOf(from: OpenEdition, to: OpenEdition): Promise<Comparison['panel']> {
    const [before, after] = [await this.accountsIn(from), await this.accountsIn(to)]
    const known = new Set(after.accounts)
    return {
      from: before.people,
      to: after.people,
      same: before.accounts.filter((account) => known.has(account)).length,
    }
  }

  /** How many people have an answer in an edition, and the accounts of those who have not been erased since. */
  private async accountsIn({ scan, round }: OpenEdition): Promise<{ people: number; accounts: string[] }> {
    const { log } = scan.held
    const { voices } = scan.held.talliesAsOf(round?.number ?? 0)
    const people = new Set(voices.flatMap((panellists) => [...panellists]))
    const accounts = await accountsOfMembers(this.db, scan.head.id)
    const known = [...people].flatMap((number) => accounts.get(log.panellists.ids[number]!) ?? [])
    return { people: people.size, accounts: [...new Set(known)] }
  }

  private async howMade({ head, scan }: OpenEdition): Promise<HowMade> {
    const content = head.state === 'draft' ? undefined : await findEditionRow(this.db, head.id, 'scan', '')
    return {
      method: scan.method,
      horizonYears: scan.head.horizonYears,
      specialisms: scan.specialisms.map(({ name }) => name),
      arithmeticVersion: content ? (JSON.parse(content) as FrozenHead).arithmeticVersion : arithmeticVersion,
    }
  }
}

/** Drafts come after everything that is published. */
const timeOf = ({ publishedAt, createdAt, number }: EditionHead) =>
  publishedAt === null ? `9 ${createdAt}` : `1 ${publishedAt} ${String(number).padStart(9, '0')}`

function rangesById(ranges: readonly (Sureness & { id: string })[]): Map<string, Sureness> {
  return new Map(ranges.map((range) => [range.id, range]))
}
