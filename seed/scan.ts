import type { By } from '../api/audit/perform.ts'
import { askInRound } from '../api/rounds/asking/commands.ts'
import { closeRound, openRound, prepareRound } from '../api/rounds/commands.ts'
import { prepareNextRound } from '../api/rounds/next/commands.ts'
import { createScan } from '../api/scans/commands.ts'
import type { Registry } from '../db/open.ts'
import { talkBetweenRounds } from './between-rounds.ts'
import { chanceFor } from './chance.ts'
import { readTaxonomy, readTechnologies } from './data.ts'
import { demonstrationLead } from './panel.ts'
import { answerRound, approveMethod, invitePanel, type Member, missedByLead } from './panel-work.ts'
import { writeReviews } from './reviews.ts'
import { takeSeats } from './seats.ts'

/** The scan of this year: it starts with it. */
const year = 2026
const horizon = { startYear: year, years: 10 }
const dayMs = 24 * 3_600_000

/** How many of the first groups of the first round's ranking are asked again. */
const shortlist = 3

/** Asked again although no rule says so: the scan team wanted to. */
const askedByHand = 'smartwatch-detection-of-atrial-fibrillation'

/** The demonstration's scan: a first round closed, a second one open with nine days left, some not started; returns its id. */
export async function runDemonstrationScan(registry: Registry, scanner: string, now: Date): Promise<string> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const by = (days: number): By => ({ account: scanner, at: ago(days).toISOString() })
  const specialisms = readTaxonomy().specialisms.filter((one) => one.current)
  const slugs = specialisms.map((one) => one.slug)
  const technologies = readTechnologies()

  const request = { name: 'Healthcare science scan 2026', startYear: year, specialisms: slugs, boardSeesDraft: true }
  const { id: scan } = await createScan(
    registry,
    { from: null, horizonYears: null, timeZone: null, ...request },
    by(90),
  )
  await approveMethod(registry, scan, dateOf(ago(87)), by(86))
  const panel = await invitePanel(registry, scan, slugs, by(85), year)

  const first = await prepareFirst(registry, scan, dateOf(ago(45)), by(80))
  const opened = await openRound(registry, first.id, { kind: 'any' }, by(75))
  await takeSeats(registry, scan, panel, ago(74))
  await answerRound(registry, { id: opened.id, number: 1, days: 60, horizon }, panel, technologies, slugs, now)
  await closeRound(registry, first.id, { kind: 'any' }, by(45))

  await talkBetweenRounds(registry, { scan, round: first.id, panel, scanner }, ago)
  const second = await prepareSecond(registry, scan, dateOf(ago(-9)), by(14))
  await openRound(registry, second.id, { kind: 'any' }, by(12))
  const again = technologies.filter((one) => second.asks.has(one.slug))
  const early = panel.filter((member) => member.email !== demonstrationLead.email && startedEarly(member))
  await answerRound(registry, { id: second.id, number: 2, days: 5, horizon }, early, again, slugs, now)
  await writeReviews(registry, scan, panel, ago)
  return scan
}

const bands = { asksYears: false, shortlistGroups: null, shortlistPlaces: null }

/** The first round asks about everything that may affect a specialism of the scan. */
async function prepareFirst(registry: Registry, scan: string, closesOn: string, by: By) {
  const round = await prepareRound(registry, scan, { ...bands, closesOn, technologies: null }, by)
  const everything = { technologies: null, all: 'in-registry' as const, specialisms: null }
  await askInRound(registry, round.id, everything, by)
  return round
}

/** The second asks what is worth another look, and what else the scan team wants to know. */
async function prepareSecond(registry: Registry, scan: string, closesOn: string, by: By) {
  const asks = new Set<string>([askedByHand, missedByLead.technology])
  const choose = (slug: string) => asks.add(slug).has(slug)
  const request = { asksYears: false, closesOn, groups: shortlist }
  const { id } = await prepareNextRound(registry, scan, request, by, choose)
  await askInRound(
    registry,
    id,
    { technologies: [askedByHand, missedByLead.technology], all: null, specialisms: null },
    by,
  )
  return { id, asks }
}

function startedEarly(member: Member): boolean {
  return !chanceFor('early', member.email).oneIn(12)
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10)
