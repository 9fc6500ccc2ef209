import type { Database } from './open.ts'

/** A signal's texts, from which it is told what it is about. `about` is the slug of the technology that it says is out of date. */
export interface SignalTexts {
  id: string
  version: number
  title: string
  text: string
  identifiers: string[]
  about: string | null
}

/** Every unread signal with its version, to see which have changed. */
export async function unreadVersions(db: Database): Promise<{ id: string; version: number }[]> {
  return db.selectFrom('signals').select(['id', 'version']).where('state', '=', 'unread').execute()
}

export async function textsOfSignals(db: Database, ids: readonly string[]): Promise<SignalTexts[]> {
  const rows = await db
    .selectFrom('signals')
    .leftJoin('technologies', 'technologies.id', 'signals.technology_id')
    .select(['signals.id', 'signals.version', 'signals.title', 'signals.text', 'signals.identifiers'])
    .select('technologies.slug as about')
    .where('signals.id', 'in', ids)
    .execute()
  return rows.map((row) => ({ ...row, identifiers: JSON.parse(row.identifiers) as string[] }))
}

/** Titles of the signals that were dealt with last, and whether they were linked. */
export async function triagedTitles(db: Database, most: number): Promise<{ title: string; isLinked: boolean }[]> {
  const rows = await db
    .selectFrom('signals')
    .select(['title', 'state'])
    .where('triaged_at', 'is not', null)
    .orderBy('triaged_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ title, state }) => ({ title, isLinked: state === 'linked' }))
}

/** Every technology that is not archived with its version, which moves with its evidence too. */
export async function technologyVersions(db: Database): Promise<{ id: string; version: number }[]> {
  return db.selectFrom('technologies').select(['id', 'version']).where('archived', '=', 0).orderBy('id').execute()
}

/** These technologies with their other names and the texts of their evidence, in which numbers may stand. */
export async function textsOfTechnologies(db: Database, ids: readonly string[]) {
  const technologies = await db
    .selectFrom('technologies')
    .select(['id', 'version', 'slug', 'name', 'aliases'])
    .where('id', 'in', ids)
    .execute()
  const evidence = await db
    .selectFrom('evidence')
    .select(['technology_id', 'text', 'source_title', 'source_url'])
    .where('technology_id', 'in', ids)
    .where('archived', '=', 0)
    .execute()
  const texts = new Map<string, string>()
  for (const { technology_id: id, text, source_title, source_url } of evidence)
    texts.set(id, `${texts.get(id) ?? ''} ${text} ${source_title} ${source_url ?? ''}`)
  return technologies.map((row) => ({
    ...row,
    aliases: JSON.parse(row.aliases) as string[],
    evidence: texts.get(row.id) ?? '',
  }))
}
