import { defaultMethod } from '../../api/scans/method.ts'
import { digestOfToken } from '../../api/secrets.ts'
import { insertAccount } from '../../db/accounts.ts'
import { insertEvidence } from '../../db/evidence.ts'
import { insertMethod } from '../../db/methods.ts'
import { type Database, openRegistry, type Registry } from '../../db/open.ts'
import { addPanelRows, insertPanellist } from '../../db/panels.ts'
import { insertRatings, type NewRating } from '../../db/ratings.ts'
import { addPairs, insertRound, markClosed, markOpened } from '../../db/rounds.ts'
import { enterIntoScan, freezeScan, holdSpecialisms, insertScan } from '../../db/scans.ts'
import { markNoticeRead } from '../../db/seats.ts'
import { insertSession } from '../../db/sessions.ts'
import { insertCategory, insertGrouping, insertSpecialism } from '../../db/taxonomy.ts'
import { insertTechnology } from '../../db/technologies.ts'
import { Chance } from './chance.ts'
import { idOf } from './ids.ts'
import { madeUpAnswer, madeUpTechnology, startYear } from './made-up.ts'
import { panellistsPerSpecialism, type Size, specialismCount } from './sizes.ts'

const at = '2026-01-05T09:00:00.000Z'
const categoryCount = 12
const groupingCount = 4
const rowsPerInsert = 200
const technologiesPerTransaction = 500
export const roundIds = [idOf('round', 1), idOf('round', 2)] as const
export const scanId = idOf('scan', 1)

/** Tokens of sessions that the registry holds. */
export const tokens = { scanner: 'a-scanner-who-measures', panellist: 'a-panellist-who-measures' }

export const specialismSlug = (s: number) => `specialism-${s}`
export const groupingSlug = (g: number) => `grouping-${g}`
export const categorySlug = (c: number) => `category-${c}`
export const technologySlug = (k: number) => `technology-${k}`

/**
 * Writes a registry into `file`: round 1 closed with about half of the answers, round 2 open with the rest. Always the same.
 * It goes through the functions of `db`, not through the commands: a command checks, audits and syncs each act by itself, as
 * it should, and two million of those would take an hour.
 */
export async function makeRegistry(file: string, size: Size): Promise<void> {
  const registry = await openRegistry(file)
  await registry.transaction(makeFrame)
  for (let from = 0; from < size.technologies; from += technologiesPerTransaction)
    await makeTechnologies(registry, size, from, Math.min(size.technologies, from + technologiesPerTransaction))
  await registry.transaction(async (trx) => {
    await freezeScan(trx, scanId, at)
    for (const round of roundIds) await markOpenedIfFirst(trx, round)
  })
  await registry.close()
}

/** One round of a scan may be open at a time, so the first is closed before the second opens. */
async function markOpenedIfFirst(trx: Database, round: string): Promise<void> {
  await markOpened(trx, round, at)
  if (round === roundIds[0]) await markClosed(trx, round, at)
}

async function makeFrame(trx: Database): Promise<void> {
  await makeTaxonomy(trx)
  const scan = {
    id: scanId,
    slug: 'scan-2026',
    name: 'Scan 2026',
    startYear,
    horizonYears: 10,
    timeZone: 'Europe/London',
  }
  await insertScan(trx, { ...scan, boardSeesDraft: true, createdAt: at })
  await insertMethod(trx, scanId, 1, defaultMethod, at)
  await holdSpecialisms(
    trx,
    scanId,
    Array.from({ length: specialismCount }, (_, s) => idOf('specialism', s)),
  )
  for (const [i, id] of roundIds.entries())
    await insertRound(trx, { id, scan: scanId, number: i + 1, asksYears: i === 1, closesOn: null })
  await makePeople(trx)
}

async function makeTaxonomy(trx: Database): Promise<void> {
  for (let g = 0; g < groupingCount; g++)
    await insertGrouping(trx, { id: idOf('grouping', g), slug: groupingSlug(g), name: `Grouping ${g}`, position: g })
  for (let s = 0; s < specialismCount; s++)
    await insertSpecialism(trx, {
      id: idOf('specialism', s),
      slug: specialismSlug(s),
      name: `Specialism ${s}`,
      groupingId: idOf('grouping', s % groupingCount),
      description: 'Made up for measuring.',
      current: true,
      aliases: [],
      overlapsWith: [],
    })
  for (let c = 0; c < categoryCount; c++)
    await insertCategory(trx, {
      id: idOf('category', c),
      slug: categorySlug(c),
      name: `Category ${c}`,
      kind: 'device',
      position: c,
    })
}

async function makePeople(trx: Database): Promise<void> {
  const person = (n: number, role: 'scanner' | 'lead') =>
    insertAccount(trx, {
      id: idOf('account', n),
      name: `Person ${n}`,
      email: `person-${n}@bench.invalid`,
      roles: [role],
      lookAround: false,
      passwordHash: null,
      createdAt: at,
    })
  for (let n = 0; n < specialismCount * panellistsPerSpecialism; n++) {
    await person(n, 'lead')
    await insertPanellist(trx, idOf('panellist', n), scanId, idOf('account', n), at)
    await markNoticeRead(trx, idOf('panellist', n), at)
    await addPanelRows(trx, idOf('panellist', n), [idOf('specialism', Math.floor(n / panellistsPerSpecialism))])
  }
  const scanner = specialismCount * panellistsPerSpecialism
  await person(scanner, 'scanner')
  await openSession(trx, tokens.scanner, scanner)
  await openSession(trx, tokens.panellist, 0)
}

async function openSession(trx: Database, token: string, account: number): Promise<void> {
  const expiresAt = new Date(Date.now() + 24 * 3_600_000).toISOString()
  await insertSession(trx, {
    id: idOf('session', account),
    way: 'password',
    tokenDigest: digestOfToken(token),
    account: idOf('account', account),
    createdAt: at,
    expiresAt,
  })
}

async function makeTechnologies(registry: Registry, size: Size, from: number, to: number): Promise<void> {
  await registry.transaction(async (trx) => {
    const asked: AskedTechnology[] = []
    for (let k = from; k < to; k++) asked.push(await makeTechnology(trx, size, k))
    const ids = asked.map(({ id }) => id)
    for (let i = 0; i < ids.length; i += rowsPerInsert)
      await enterIntoScan(trx, scanId, ids.slice(i, i + rowsPerInsert), at)
    for (const [i, round] of roundIds.entries()) {
      for (const { id, rounds } of asked)
        if (rounds[i]!.specialisms.length > 0) await addPairs(trx, round, id, rounds[i]!.specialisms)
      const ratings = asked.flatMap(({ rounds }) => rounds[i]!.ratings)
      for (let r = 0; r < ratings.length; r += rowsPerInsert)
        await insertRatings(trx, ratings.slice(r, r + rowsPerInsert))
    }
  })
}

interface AskedTechnology {
  id: string
  rounds: { specialisms: string[]; ratings: NewRating[] }[]
}

async function makeTechnology(trx: Database, size: Size, k: number): Promise<AskedTechnology> {
  const chance = new Chance(k)
  const id = idOf('technology', k)
  const first = chance.whole(0, specialismCount - 1)
  const ratings = quotaOf(size, k)
  const halves = [Math.floor(ratings / 2), ratings - Math.floor(ratings / 2)]
  const level = chance.whole(0, 10)
  const band = chance.whole(0, 3)
  // The second round starts with the last specialism of the first, so that some answers replace earlier ones.
  const earlier = askedIn(0, halves[0]!, first)
  const later = askedIn(1, halves[1]!, first + Math.max(0, earlier.specialisms.length - 1))
  const specialisms = [...new Set([...earlier.specialisms, ...later.specialisms])]
  await insertTechnology(trx, id, { ...fieldsOf(k, chance), specialisms }, at)
  await insertEvidence(
    trx,
    { id: idOf('evidence', k), technology: id, addedBy: idOf('account', 0), at },
    madeUpEvidence,
  )
  return { id, rounds: [earlier, later] }

  function askedIn(round: number, answers: number, from: number) {
    const asked = { specialisms: [] as string[], ratings: [] as NewRating[] }
    for (let s = from; asked.ratings.length < answers; s++) {
      const here = Math.min(answers - asked.ratings.length, chance.pick([2, 3, 3, 4, 4, 5]))
      asked.specialisms.push(idOf('specialism', s % specialismCount))
      for (let i = 0; i < here; i++) asked.ratings.push(ratingOf(round, s % specialismCount, i))
    }
    return asked
  }

  function ratingOf(round: number, s: number, member: number): NewRating {
    return {
      ...madeUpAnswer(level, band, round === 1, chance),
      round: roundIds[round]!,
      panellist: idOf('panellist', s * panellistsPerSpecialism + member),
      technology: id,
      specialism: idOf('specialism', s),
      version: 1,
      startYear,
      illustrative: false,
      typedBy: null,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA',
      recordedAt: at,
    }
  }
}

/** How many answers technology k has, so that all have exactly as many as the size says. */
function quotaOf(size: Size, k: number): number {
  const upTo = (n: number) => Math.round((n * size.ratings) / size.technologies)
  return upTo(k + 1) - upTo(k)
}

function fieldsOf(k: number, chance: Chance) {
  return {
    ...madeUpTechnology(k, chance),
    slug: technologySlug(k),
    wouldChange: '',
    category: idOf('category', k % categoryCount),
    kind: 'device' as const,
    readiness: chance.whole(1, 9),
    readinessBasis: 'assessed' as const,
    readinessOn: '2026-01-01',
    milestone: 'one-in-five' as const,
    milestonePlaces: null,
    milestoneSource: '',
    milestoneTest: '',
    illustrativeYear: null,
    ...{ specialismReasons: {}, aliases: [], partOf: null, owner: null, readinessEvidence: null, policyItems: [] },
  }
}

const madeUpEvidence = {
  kind: 'trial' as const,
  text: 'A made-up trial reported that the technique agreed with present practice in nine cases of ten.',
  date: '2025-06',
  datePrecision: 'month' as const,
  dateRole: 'happened' as const,
  sourceTitle: 'A made-up report',
  sourcePublisher: 'Nobody',
  sourceYear: 2025,
  sourceUrl: null,
  sourceType: 'research' as const,
  seenVia: null,
  retrievedOn: null,
}
