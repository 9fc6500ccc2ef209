import type { By } from '../api/audit/perform.ts'
import { ensureAccount } from '../api/demonstration/commands.ts'
import { invitePanellist } from '../api/panel/commands.ts'
import { recordRating } from '../api/ratings/commands.ts'
import { askInRound } from '../api/rounds/asking/commands.ts'
import { closeRound, openRound, prepareRound } from '../api/rounds/commands.ts'
import { prepareNextRound } from '../api/rounds/next/commands.ts'
import { createScan } from '../api/scans/commands.ts'
import { defaultMethod } from '../api/scans/method.ts'
import { changeMethod } from '../api/scans/methods/commands.ts'
import type { Registry } from '../db/open.ts'
import { madeUpAnswer } from './answers.ts'
import { talkBetweenRounds } from './between-rounds.ts'
import { chanceFor } from './chance.ts'
import { readTaxonomy, readTechnologies, type SeedTechnology } from './data.ts'
import { type DemonstrationPanellist, demonstrationLead, demonstrationPanel } from './panel.ts'
import { writeReviews } from './reviews.ts'
import { takeSeats } from './seats.ts'

const horizon = { startYear: 2026, years: 10 }
const dayMs = 24 * 3_600_000

type Member = DemonstrationPanellist & { account: string }

/** How many of the first groups of the first round's ranking are asked again. */
const shortlist = 3

/** What the lead missed in the first round for one of two specialisms, so that it is answered unseen in the second. */
const missedByLead = {
  technology: 'wearable-and-home-sensors-for-diagnosis-and-monitoring',
  specialism: 'cardiac-science',
}

/** Asked again although no rule says so: the scan team wanted to. */
const askedByHand = 'smartwatch-detection-of-atrial-fibrillation'

/** The demonstration's scan: a first round closed, a second one open with nine days left, some not started. */
export async function runDemonstrationScan(registry: Registry, scanner: string, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const by = (days: number): By => ({ account: scanner, at: ago(days).toISOString() })
  const specialisms = readTaxonomy().specialisms.filter((one) => one.current)
  const slugs = specialisms.map((one) => one.slug)
  const technologies = readTechnologies()

  const request = { name: 'Healthcare science scan 2026', startYear: 2026, specialisms: slugs, boardSeesDraft: true }
  const { id: scan } = await createScan(
    registry,
    { from: null, horizonYears: null, timeZone: null, ...request },
    by(90),
  )
  await approveMethod(registry, scan, dateOf(ago(87)), by(86))
  const panel = await invitePanel(registry, scan, slugs, by(85))

  const first = await prepareFirst(registry, scan, dateOf(ago(45)), by(80))
  const opened = await openRound(registry, first.id, { kind: 'any' }, by(75))
  await takeSeats(registry, scan, panel, ago(74))
  await answerRound(registry, { id: opened.id, number: 1, days: 60 }, panel, technologies, slugs, now)
  await closeRound(registry, first.id, { kind: 'any' }, by(45))

  await talkBetweenRounds(registry, { scan, round: first.id, panel, scanner }, ago)
  const second = await prepareSecond(registry, scan, dateOf(ago(-9)), by(14))
  await openRound(registry, second.id, { kind: 'any' }, by(12))
  const again = technologies.filter((one) => second.asks.has(one.slug))
  const early = panel.filter((member) => member.email !== demonstrationLead.email && startedEarly(member))
  await answerRound(registry, { id: second.id, number: 2, days: 5 }, early, again, slugs, now)
  await writeReviews(registry, scan, panel, ago)
}

/** Made up like the panel: who would approve a scan's method, and where. */
async function approveMethod(registry: Registry, scan: string, on: string, by: By): Promise<void> {
  const approval = { by: 'Strategic advisory board (made up)', meeting: 'Board meeting (made up)', on }
  const method = { ...defaultMethod, bandEnds: [...defaultMethod.bandEnds], approval }
  await changeMethod(registry, scan, method, { kind: 'any' }, by)
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

async function invitePanel(registry: Registry, scan: string, slugs: readonly string[], by: By): Promise<Member[]> {
  const members: Member[] = []
  for (const panellist of demonstrationPanel(slugs)) {
    const { name, email, specialisms } = panellist
    const account = await ensureAccount(registry, { name, email, roles: ['lead'], password: null }, by)
    await invitePanellist(registry, scan, { account, specialisms }, by)
    members.push({ ...panellist, account })
  }
  return members
}

async function answerRound(
  registry: Registry,
  round: { id: string; number: number; days: number },
  panel: readonly Member[],
  technologies: readonly SeedTechnology[],
  slugs: readonly string[],
  now: Date,
): Promise<void> {
  for (const member of panel.filter((one) => !one.silent)) {
    const at = new Date(
      now.getTime() - (round.days + chanceFor('day', member.email, round.number).whole(-4, 4)) * dayMs,
    )
    const by = { account: member.account, at: at.toISOString() }
    for (const technology of technologies) {
      for (const specialism of member.specialisms.filter((one) => inScan(technology, slugs).includes(one))) {
        if (isMissed(member, technology, specialism)) continue
        const answer = madeUpAnswer(technology, specialism, member, horizon, round.number)
        const pair = { round: round.id, technology: technology.slug, specialism }
        if (answer) await recordRating(registry, pair, answer, { kind: 'nothing' }, by, { illustrative: true })
      }
    }
  }
}

function isMissed(member: Member, technology: SeedTechnology, specialism: string): boolean {
  return (
    member.email === demonstrationLead.email &&
    technology.slug === missedByLead.technology &&
    specialism === missedByLead.specialism
  )
}

function startedEarly(member: Member): boolean {
  return !chanceFor('early', member.email).oneIn(12)
}

function inScan(technology: SeedTechnology, slugs: readonly string[]): string[] {
  return technology.specialisms.filter((slug) => slugs.includes(slug))
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10)
