import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import { technologyVersions, textsOfTechnologies } from '../../db/signal-words.ts'
import type { RegistryState } from '../../db/state.ts'
import { identifiersIn } from './identifiers.ts'
import { indexTechnologies, type KnownTechnology, type TechnologyIndex } from './technology-index.ts'

const atATime = 100

/** The technologies as signals are held against them, kept in memory: after a change only those that changed are read again. */
export class TechnologyKeeper {
  private readonly db: Database
  private readonly known = new Map<string, { version: number; technology: KnownTechnology }>()
  private index = indexTechnologies([])
  private state = ''
  private refreshing: Promise<unknown> = Promise.resolve()

  constructor(db: Database) {
    this.db = db
  }

  /** The index of the technologies that there are now: the very same one as long as none of them changes. */
  async indexAt({ restarts, revision }: RegistryState): Promise<TechnologyIndex> {
    this.refreshing = this.refreshing.catch(() => undefined).then(() => this.refresh(`${restarts}.${revision}`))
    await this.refreshing
    return this.index
  }

  private async refresh(state: string): Promise<void> {
    if (state === this.state) return
    const present = await technologyVersions(this.db)
    const ids = new Set(present.map(({ id }) => id))
    const gone = [...this.known.keys()].filter((id) => !ids.has(id))
    const changed = present.filter(({ id, version }) => this.known.get(id)?.version !== version)
    for (const id of gone) this.known.delete(id)
    for (let at = 0; at < changed.length; at += atATime) {
      await this.read(changed.slice(at, at + atATime).map(({ id }) => id))
      await turnOfOthers()
    }
    if (gone.length + changed.length > 0)
      this.index = indexTechnologies([...this.known.values()].map(({ technology }) => technology))
    this.state = state
  }

  private async read(ids: string[]): Promise<void> {
    for (const { id, version, slug, name, aliases, evidence } of await textsOfTechnologies(this.db, ids))
      this.known.set(id, { version, technology: { slug, name, aliases, identifiers: identifiersIn(evidence) } })
  }
}
