import type { By } from '../api/audit/perform.ts'
import type { EditionRequest } from '../api/contract/editions.ts'
import type { TechnologyRequest } from '../api/contract/technologies.ts'
import { changeEdition, createEdition, recordDecision } from '../api/editions/commands.ts'
import { approverIn } from '../api/editions/publishing/commands.ts'
import { recordOutcome } from '../api/outcomes/commands.ts'
import { askInRound } from '../api/rounds/asking/commands.ts'
import { closeRound, openRound, prepareRound } from '../api/rounds/commands.ts'
import { createScan } from '../api/scans/commands.ts'
import { addEvidence, changeTechnology, enterTechnology } from '../api/technologies/commands.ts'
import type { Registry } from '../db/open.ts'
import { chanceFor } from './chance.ts'
import { readTaxonomy, readTechnologies, type SeedTechnology } from './data.ts'
import { adopted, type Cover, covers, earlierTexts } from './earlier.ts'
import { answerRound, approveMethod, invitePanel } from './panel-work.ts'
import { takeSeats } from './seats.ts'
import { lookedAfter, otherNames } from './team-names.ts'

const any = { kind: 'any' } as const
const dayMs = 24 * 3_600_000

/** A past scan of the demonstration, on days of its own year. */
interface PastScan {
  year: number
  /** What was known of technologies by this day had been entered: real evidence, by its own date. */
  known: string
  /** Its round is open from the first of these days to the second. */
  asked: readonly [string, string]
  published: string
  decided: string
}

const pastScans: readonly PastScan[] = [
  {
    year: 2024,
    known: '2024-01-31',
    asked: ['2024-02-05', '2024-03-01'],
    published: '2024-03-14',
    decided: '2024-03-21',
  },
  {
    year: 2025,
    known: '2025-01-31',
    asked: ['2025-02-03', '2025-02-28'],
    published: '2025-03-12',
    decided: '2025-03-20',
  },
]

/**
 * The scans of two past years, each with a published edition, and what is known today. What differs between them is real where it
 * can be: a technology is entered with its first evidence, and evidence with its own date. Answers, covers and decisions are made up.
 */
export async function publishPastScans(registry: Registry, scanner: string, now: Date): Promise<void> {
  const entered = new Map<string, Set<string>>()
  for (const past of pastScans) {
    const by = on(scanner, past.known)
    await enterWhatIsKnown(registry, entered, past.known, by, past.year)
    await runPastScan(registry, past, [...entered.keys()], scanner)
    if (past.year === 2024)
      await recordOutcome(registry, adopted.technology, adopted.outcome, on(scanner, adopted.recordedOn))
  }
  await enterWhatIsKnown(registry, entered, null, { account: scanner, at: now.toISOString() }, null)
}

const on = (account: string, day: string, hour = 10): By => ({
  account,
  at: new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString(),
})

/** Enters technologies with the evidence that there was by a day, and adds what has come to those that are there; null: all. */
async function enterWhatIsKnown(
  registry: Registry,
  entered: Map<string, Set<string>>,
  day: string | null,
  by: By,
  year: number | null,
): Promise<void> {
  for (const technology of readTechnologies()) {
    const evidence = technology.evidence.filter(({ date }) => day === null || (date !== null && endOf(date) <= day))
    const known = entered.get(technology.slug)
    if (known) {
      for (const one of evidence)
        if (!known.has(one.text)) await addEvidence(registry, technology.slug, one, 'registry', by)
      await changeTechnology(registry, technology.slug, requestFor(technology, year, by.account), any, by)
    } else if (evidence.length > 0 || day === null) {
      const { illustrativeYear } = technology
      await enterTechnology(registry, { ...requestFor(technology, year, by.account), evidence }, by, {
        illustrativeYear,
      })
    } else continue
    entered.set(technology.slug, new Set(evidence.map(({ text }) => text)))
  }
}

/** The last day of a day, month or year. */
const endOf = (date: string) => `${date}${'-12-31'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10)

/** As the technology was described in a past year; as it is today, with whose it is, where there is none. */
function requestFor(technology: SeedTechnology, year: number | null, team: string | null): TechnologyRequest {
  const { slug, name, description, category, specialisms, illustrativeReadiness } = technology
  const isToday = year === null
  const behind = year === null ? 0 : chanceFor('stage', technology.slug, year).whole(0, 2026 - year)
  return {
    ...{ name, category, specialisms, wouldChange: '', kind: null },
    description: (year !== null && earlierTexts[technology.slug]?.[year]) || description,
    readiness: Math.max(1, illustrativeReadiness - Math.ceil(behind / 2)),
    readinessBasis: 'illustrative',
    readinessOn: null,
    milestone: 'one-in-five',
    milestonePlaces: null,
    milestoneSource: '',
    milestoneTest: '',
    aliases: isToday ? [...(otherNames[slug] ?? [])] : [],
    owner: isToday && lookedAfter.includes(category) ? team : null,
    ...{ specialismReasons: {}, partOf: null, readinessEvidence: null, policyItems: [] },
  }
}

async function runPastScan(
  registry: Registry,
  past: PastScan,
  known: readonly string[],
  scanner: string,
): Promise<void> {
  const slugs = readTaxonomy()
    .specialisms.filter((one) => one.current)
    .map((one) => one.slug)
  const [opens, closes] = past.asked
  const { id: scan } = await createScan(
    registry,
    {
      ...{ from: null, horizonYears: null, timeZone: null, boardSeesDraft: true },
      ...{ name: `Healthcare science scan ${past.year}`, startYear: past.year, specialisms: slugs },
    },
    on(scanner, past.known, 8),
  )
  await approveMethod(registry, scan, past.known, on(scanner, past.known, 9))
  const panel = await invitePanel(registry, scan, slugs, on(scanner, past.known, 10), past.year)
  const round = { asksYears: false, shortlistGroups: null, shortlistPlaces: null, closesOn: closes }
  const { id } = await prepareRound(registry, scan, { ...round, technologies: null }, on(scanner, past.known, 11))
  await askInRound(
    registry,
    id,
    { technologies: [...known], all: null, specialisms: null },
    on(scanner, past.known, 12),
  )
  await openRound(registry, id, any, on(scanner, opens))
  await takeSeats(registry, scan, panel, new Date(`${opens}T12:00:00Z`))
  const technologies = readTechnologies().filter(({ slug }) => known.includes(slug))
  const horizon = { startYear: past.year, years: 10 }
  const middle = new Date((Date.parse(opens) + Date.parse(closes)) / 2)
  await answerRound(registry, { id, number: 1, days: 0, horizon }, panel, technologies, slugs, middle)
  await closeRound(registry, id, any, on(scanner, closes, 18))
  await publish(registry, scan, past, covers[past.year]!, scanner)
}

async function publish(registry: Registry, scan: string, past: PastScan, cover: Cover, scanner: string): Promise<void> {
  const days = (after: number) => new Date(Date.parse(past.asked[1]) + after * dayMs).toISOString().slice(0, 10)
  const { id } = await createEdition(registry, scan, on(scanner, days(2)))
  const request: EditionRequest = { ...cover.edition, shownToBoard: true }
  await changeEdition(registry, id, request, any, on(scanner, days(4)))
  const approval = { by: 'Strategic advisory board (made up)', meeting: 'Board meeting (made up)', on: past.published }
  await approverIn(registry)(id, approval, any, on(scanner, past.published, 15))
  await recordDecision(registry, id, { ...cover.decision, on: past.decided }, any, on(scanner, past.decided, 16))
}
