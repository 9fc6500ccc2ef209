import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import type { Certainty } from '../contract/certainty.ts'
import type { Comparison } from '../contract/comparison.ts'
import type { Audience } from '../editions/audience.ts'
import { listEditions, readEdition } from '../editions/reader.ts'
import type { EditionShelf } from '../editions/shelf-reader.ts'
import type { CertaintyReader } from '../ranking/certainty-reader.ts'
import type { FedEdition } from './feed.ts'
import type { TakenEdition } from './taken-edition.ts'

const pauseMs = 250
const patienceMs = 15_000

/** What changed in an edition since the one before it. */
export type Comparing = (reference: string, audience: Audience) => Promise<Comparison>

/** Reads editions as they leave Offing. */
export class EditionTaker {
  private readonly db: Database
  private readonly shelf: EditionShelf
  private readonly sureness: CertaintyReader
  private readonly comparing: Comparing | undefined

  constructor(db: Database, shelf: EditionShelf, sureness: CertaintyReader, comparing: Comparing | undefined) {
    this.db = db
    this.shelf = shelf
    this.sureness = sureness
    this.comparing = comparing
  }

  /** 404 where there is no such edition for this audience. */
  async edition(reference: string, audience: Audience): Promise<TakenEdition> {
    const document = await this.shelf.documentOf(reference, audience)
    return {
      document,
      certainty: await this.certainty({ reference, audience }),
      comparison: await this.settled(document.edition, audience),
    }
  }

  /** What a published edition holds, or of a draft what is known so far. */
  private async certainty(edition: { reference: string; audience: Audience }): Promise<Certainty> {
    const held = await this.shelf.readyCertainty(edition, 'all')
    if (held !== undefined) return JSON.parse(held)
    return this.sureness.certainty({ edition, lens: { kind: 'all' }, varies: 'both' }, 'all')
  }

  /** Every published edition, with what changed in it. */
  async published(audience: Audience): Promise<FedEdition[]> {
    const listed = (await listEditions(this.db, {}, audience)).filter(({ state }) => state !== 'draft')
    const fed: FedEdition[] = []
    for (const { id } of listed) {
      const edition = await readEdition(this.db, this.shelf, id, audience)
      fed.push({ edition, comparison: await this.comparison(edition, audience) })
    }
    return fed
  }

  /** A file stays as it is, so chances that are still being drawn are waited for, if not for long. */
  private async settled(edition: FedEdition['edition'], audience: Audience): Promise<Comparison | null> {
    for (let waited = 0; ; waited += pauseMs) {
      const comparison = await this.comparison(edition, audience)
      if (comparison?.chances.state !== 'working' || waited >= patienceMs) return comparison
      await setTimeout(pauseMs)
    }
  }

  private async comparison({ id, previous }: FedEdition['edition'], audience: Audience): Promise<Comparison | null> {
    return previous && this.comparing ? this.comparing(id, audience) : null
  }
}
