import type { Database } from '../../../db/open.ts'
import { namesOfTechnologies } from '../../../db/outside-lists.ts'
import type { RegistryState } from '../../../db/state.ts'
import { pauses } from '../../in-turns.ts'
import { indexNames, type Match, matchesOf, type NameIndex } from './name-index.ts'

/** Holds names against the registry, and keeps what it found for as long as no technology changes. */
export class NameKeeper {
  private readonly db: Database
  private state = ''
  private index: NameIndex = indexNames([])
  private found = new Map<string, Match[]>()

  constructor(db: Database) {
    this.db = db
  }

  /** What each of these names may mean, in their order. Others have their turn in between. */
  async matchesOf(names: readonly string[], state: RegistryState): Promise<Match[][]> {
    const { index, found } = await this.at(state)
    const pause = pauses()
    const matches: Match[][] = []
    for (const name of names) {
      const known = found.get(name) ?? matchesOf(name, index)
      found.set(name, known)
      matches.push(known)
      await pause()
    }
    return matches
  }

  /** The registry moves on with every technology that is entered or changed, so that the index is of one revision. */
  private async at({ restarts, revision }: RegistryState) {
    const state = `${restarts}.${revision}`
    if (state !== this.state) {
      const index = indexNames(await namesOfTechnologies(this.db))
      this.index = index
      this.found = new Map()
      this.state = state
    }
    return { index: this.index, found: this.found }
  }
}
