import type Sqlite from 'better-sqlite3'
import type { Rating } from '../../api/ratings/rating.ts'
import { connect, type Database } from '../open.ts'
import { toRating } from '../ratings.ts'
import type { RatingRow } from '../tables/tables.ts'
import { openSqlite } from './open.ts'

/** What the registry says of a technology that a row names. */
export interface HeldTechnology {
  description: string
  wouldChange: string
  category: string
  readiness: number | null
  /** Slugs, between spaces. */
  specialisms: string
}

export interface HeldSignal {
  title: string
  text: string
  webAddress: string | null
  dated: string | null
  organisation: string
}

const signal = 'title, text, web_address as webAddress, dated, organisation'

/** Looks up one row after the other, at once: a hundred thousand are asked for, which no query builder is made for. Only reads. */
export class RegistryLookup {
  readonly db: Database
  private readonly connection: Sqlite.Database
  private readonly statements: Record<'slug' | 'technology' | 'imported' | 'sourced' | 'answer', Sqlite.Statement>

  constructor(file: string) {
    this.connection = openSqlite(file, { readonly: true })
    this.db = connect(this.connection)
    const prepare = (text: string) => this.connection.prepare(text)
    this.statements = {
      slug: prepare('select 1 from technologies where slug = ?').pluck(),
      technology: prepare(`select description, would_change as wouldChange, readiness,
        (select slug from categories where id = category_id) as category,
        (select group_concat(specialisms.slug, ' ') from technology_specialisms
          join specialisms on specialisms.id = specialism_id where technology_id = technologies.id) as specialisms
        from technologies where slug = ?`),
      imported: prepare(`select ${signal} from signals where origin = 'import' and source_record = ?`),
      sourced: prepare(`select ${signal} from signals join sources on sources.id = signals.source_id
        where sources.name = ? and source_record = ?`),
      answer: prepare(`select ratings.* from rounds join ratings on ratings.round_id = rounds.id
        where scan_id = ? and number > 0 and state = 'closed' and panellist_id = ? and technology_id = ? and specialism_id = ?
        order by number desc, ratings.version desc limit 1`),
    }
  }

  slugIsTaken(slug: string): boolean {
    return this.statements.slug.get(slug) !== undefined
  }

  technology(slug: string): HeldTechnology {
    return this.statements.technology.get(slug) as HeldTechnology
  }

  /** A signal that came by a file under this record, or from the source of that name. */
  signal(record: string, of: { source: string; record: string }): HeldSignal | undefined {
    const found =
      this.statements.imported.get(record) ?? (of.record && this.statements.sourced.get(of.source, of.record))
    return (found || undefined) as HeldSignal | undefined
  }

  /** A panel member's answer that counts, as of the last closed round of a scan; the pair in ids. */
  answer(
    scan: { id: string; startYear: number },
    pair: { panellist: string; technology: string; specialism: string },
  ): Rating | undefined {
    const row = this.statements.answer.get(scan.id, pair.panellist, pair.technology, pair.specialism)
    return row === undefined ? undefined : toRating(row as RatingRow, scan.startYear)
  }

  async close(): Promise<void> {
    await this.db.destroy()
  }
}
