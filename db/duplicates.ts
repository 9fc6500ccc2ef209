import { nameless } from '../api/accounts/nameless.ts'
import type { StandsIn } from '../api/contract/duplicates.ts'
import type { Database } from './open.ts'

/** A technology as it is held against the others: its names and texts, and the texts in which identifiers may stand. */
export interface ComparedTechnology {
  id: string
  name: string
  aliases: string[]
  text: string
}

/** Every technology that is not archived, by id. */
export async function comparedTechnologies(db: Database): Promise<ComparedTechnology[]> {
  const rows = await db
    .selectFrom('technologies')
    .select(['id', 'name', 'aliases', 'description', 'would_change'])
    .where('archived', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, aliases, description, would_change }) => ({
    id,
    name,
    aliases: JSON.parse(aliases) as string[],
    text: `${description} ${would_change}`,
  }))
}

/** Evidence that is not archived, so many pieces at a time, each as the text in which identifiers may stand. */
export async function* evidenceTexts(db: Database, atATime: number) {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('evidence')
      .select(['n', 'technology_id', 'text', 'source_title', 'source_url'])
      .where('n', '>', after)
      .where('archived', '=', 0)
      .orderBy('n')
      .limit(atATime)
      .execute()
    for (const { technology_id, text, source_title, source_url } of rows)
      yield { technology: technology_id, text: `${text} ${source_title} ${source_url ?? ''}` }
    if (rows.length < atATime) return
    after = rows.at(-1)!.n
  }
}

/** The identifiers of signals that are linked to technologies. */
export async function linkedIdentifiers(db: Database) {
  const rows = await db
    .selectFrom('signal_links')
    .innerJoin('signals', 'signals.id', 'signal_links.signal_id')
    .select(['signal_links.technology_id', 'signals.identifiers', 'signals.web_address'])
    .execute()
  return rows.map((row) => ({
    technology: row.technology_id,
    identifiers: JSON.parse(row.identifiers) as string[],
    webAddress: row.web_address,
  }))
}

/** Moves with every link of a signal to a technology, which moves no revision. */
export async function linksSeen(db: Database): Promise<string> {
  const { n, last } = await db
    .selectFrom('signal_links')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('linked_at').as('last')])
    .executeTakeFirstOrThrow()
  return `${n} ${last}`
}

/** What a list says of each technology, by id. */
export async function technologiesInShort(db: Database, ids: readonly string[]) {
  const rows = await db
    .selectFrom('technologies')
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .select(['technologies.id', 'technologies.slug', 'technologies.name', 'technologies.description'])
    .select('categories.name as category')
    .where('technologies.id', 'in', ids.length > 0 ? ids : [''])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every scan that holds a technology (id), the newest first, and whether anybody has answered on it there. */
export async function scansHolding(db: Database, technology: string): Promise<StandsIn[]> {
  const rows = await db
    .selectFrom('scan_technologies')
    .innerJoin('scans', 'scans.id', 'scan_technologies.scan_id')
    .select(['scans.slug', 'scans.name'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('rounds')
            .innerJoin('panellists', 'panellists.scan_id', 'rounds.scan_id')
            .innerJoin('ratings', (join) =>
              join.onRef('ratings.round_id', '=', 'rounds.id').onRef('ratings.panellist_id', '=', 'panellists.id'),
            )
            .whereRef('rounds.scan_id', '=', 'scans.id')
            .where('ratings.technology_id', '=', technology)
            .select('ratings.seq'),
        )
        .as('answered'),
    )
    .where('scan_technologies.technology_id', '=', technology)
    .orderBy('scans.start_year', 'desc')
    .orderBy('scans.id', 'desc')
    .execute()
  return rows.map((row) => ({ slug: row.slug, name: row.name, answered: Boolean(row.answered) }))
}

/** A round that is open and asks about both technologies (ids). */
export async function openRoundAskingBoth(db: Database, [one, other]: readonly [string, string]) {
  return db
    .selectFrom('rounds')
    .innerJoin('scans', 'scans.id', 'rounds.scan_id')
    .select(['rounds.number', 'scans.name as scan'])
    .where('rounds.state', '=', 'open')
    .where('rounds.id', 'in', (eb) => eb.selectFrom('round_pairs').select('round_id').where('technology_id', '=', one))
    .where('rounds.id', 'in', (eb) =>
      eb.selectFrom('round_pairs').select('round_id').where('technology_id', '=', other),
    )
    .limit(1)
    .executeTakeFirst()
}

export async function countLinkedSignals(db: Database, technology: string): Promise<number> {
  const { n } = await db
    .selectFrom('signal_links')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('technology_id', '=', technology)
    .executeTakeFirstOrThrow()
  return Number(n)
}

type IdPair = readonly [string, string]

/** Pairs that were told apart, as `id id`, the smaller first. */
export async function pairsToldApart(db: Database): Promise<Set<string>> {
  const rows = await db.selectFrom('told_apart').select(['technology_id', 'other_id']).execute()
  return new Set(rows.map((row) => `${row.technology_id} ${row.other_id}`))
}

/** Whether, why, by whom (a name) and when a pair (ids, the smaller first) was told apart. */
export async function findToldApart(db: Database, [one, other]: IdPair) {
  return db
    .selectFrom('told_apart')
    .leftJoin('people', 'people.account_id', 'told_apart.decided_by')
    .select((eb) => [
      'told_apart.reason',
      eb.fn.coalesce('people.name', eb.val(nameless)).as('by'),
      'told_apart.decided_at as at',
    ])
    .where('technology_id', '=', one)
    .where('other_id', '=', other)
    .executeTakeFirst()
}

/** All that were told apart, newest first. */
export async function listToldApart(db: Database) {
  const rows = await db
    .selectFrom('told_apart')
    .innerJoin('technologies as l', 'l.id', 'told_apart.technology_id')
    .innerJoin('technologies as r', 'r.id', 'told_apart.other_id')
    .leftJoin('people', 'people.account_id', 'told_apart.decided_by')
    .select(['l.slug as left_slug', 'l.name as left_name', 'r.slug as right_slug', 'r.name as right_name'])
    .select((eb) => [
      'told_apart.reason',
      eb.fn.coalesce('people.name', eb.val(nameless)).as('by'),
      'told_apart.decided_at as at',
    ])
    .orderBy('told_apart.decided_at', 'desc')
    .orderBy('l.id')
    .orderBy('r.id')
    .execute()
  return rows.map(({ left_slug, left_name, right_slug, right_name, ...rest }) => ({
    left: { slug: left_slug, name: left_name },
    right: { slug: right_slug, name: right_name },
    ...rest,
  }))
}

export async function insertToldApart(trx: Database, [one, other]: IdPair, reason: string, by: string, at: string) {
  await trx
    .insertInto('told_apart')
    .values({ technology_id: one, other_id: other, reason, decided_by: by, decided_at: at })
    .execute()
}

export async function deleteToldApart(trx: Database, [one, other]: IdPair): Promise<void> {
  await trx.deleteFrom('told_apart').where('technology_id', '=', one).where('other_id', '=', other).execute()
}
