import type { Database } from '../../../db/open.ts'
import { findPanellist } from '../../../db/panels.ts'
import { pseudonymsOf } from '../../../db/pseudonyms.ts'
import type { LeavingAnswer } from '../../contract/exchange.ts'
import { inTurns, pauses } from '../../in-turns.ts'
import type { FollowedScan, RegistryFollower } from '../../ranking/follower.ts'
import { answerAt } from '../../ratings/logged.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { bandsOf } from '../../scans/method.ts'
import { lastClosed } from '../../scans/round.ts'
import { answersLeaving, ownAnswers } from './leaving.ts'
import { untraceable } from './untraceable.ts'

/** Whose answers a grant lets its holder export: those of their own seat, or all that may leave. */
export type Whose = { seatOf: string } | 'all'

/** A scan with the closed round as of which its answers may leave. */
export interface ClosedScan {
  scan: FollowedScan
  round: number
  demonstration: boolean
}

/** 404 where there is no such scan, 409 while no round of it has closed. */
export async function closedScan(follower: RegistryFollower, reference: string): Promise<ClosedScan> {
  const { scans, state } = await follower.followed()
  const scan = scans.find(({ head }) => head.id === reference || head.slug === reference)
  if (!scan) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  const round = lastClosed(scan.rounds)
  if (!round) throw new Refusal('conflict', `No round of ${scan.head.name} has closed yet, so no answer may leave.`)
  return { scan, round: round.number, demonstration: state.demonstration }
}

/** The answers of a scan's closed rounds that may leave, under the pseudonyms that its panel has where these lead to nobody. */
export async function answersOf(db: Database, { scan, round, demonstration }: ClosedScan, whose: Whose) {
  const { id, name, slug, startYear, horizonYears } = scan.head
  const { minimumShown } = scan.method
  const entries =
    whose === 'all'
      ? await inTurns(answersLeaving(scan.held.inputAsOf(round)))
      : await ownEntries(db, scan, whose.seatOf, round)
  const told = tellingAll(scan, await pseudonymsOf(db, id))
  const items = await toAnswers(scan, entries, whose === 'all' ? await untraced(scan, entries, told) : told)
  return {
    scan: { id, slug, name, startYear, endYear: startYear + horizonYears },
    round,
    whose: whose === 'all' ? ('all' as const) : ('own' as const),
    minimumShown,
    demonstration,
    bands: bandsOf(scan.method, scan.state.horizon),
    items,
    withoutPseudonym: items.filter(({ pseudonym }) => pseudonym === null).length,
  }
}

/** What a row tells of an answer (an entry of the log) besides what it says. */
interface Told {
  pseudonym: (entry: number) => string | null
  round: (entry: number) => number | null
}

function tellingAll({ held }: FollowedScan, pseudonyms: ReadonlyMap<string, string>): Told {
  const { log } = held
  return {
    pseudonym: (entry) => pseudonyms.get(log.panellists.ids[log.panellist[entry]!]!)!,
    round: (entry) => log.round[entry]!,
  }
}

/** The same, without what would lead to somebody. */
async function untraced({ held, method }: FollowedScan, entries: readonly number[], told: Told): Promise<Told> {
  const { log } = held
  const pairOf = (entry: number) => log.technology[entry]! * log.specialisms.ids.length + log.specialism[entry]!
  const rows = entries.map((entry) => ({
    panellist: log.panellist[entry]!,
    pair: pairOf(entry),
    round: log.round[entry]!,
  }))
  const { pseudonymous, tellingRound } = await inTurns(untraceable(rows, method.minimumShown))
  return {
    pseudonym: (entry) => (pseudonymous.has(log.panellist[entry]!) ? told.pseudonym(entry) : null),
    round: (entry) => (tellingRound.has(pairOf(entry)) ? told.round(entry) : null),
  }
}

async function ownEntries(db: Database, scan: FollowedScan, account: string, round: number): Promise<number[]> {
  const panellist = await findPanellist(db, scan.head.id, account)
  if (!panellist) throw new Refusal('not-found', `You are not on the panel of ${scan.head.name}.`)
  const number = scan.held.log.panellists.find(panellist)
  return number === undefined ? [] : ownAnswers(scan.held.log, number, round)
}

async function toAnswers(scan: FollowedScan, entries: readonly number[], told: Told): Promise<LeavingAnswer[]> {
  const pause = pauses()
  const specialisms = new Map(scan.specialisms.map(({ id, slug, name }) => [id, { slug, name }]))
  const answers: LeavingAnswer[] = []
  for (const ofPair of byPair(scan, entries)) {
    const rows = ofPair.map((entry) => {
      const { technology, specialism, stance, impact, arrival } = answerAt(scan.held.log, entry)
      const { slug, name } = scan.held.find(technology)!
      return {
        pseudonym: told.pseudonym(entry),
        technology: { slug, name },
        specialism: specialisms.get(specialism)!,
        round: told.round(entry),
        stance: stance as LeavingAnswer['stance'],
        impact,
        arrival,
      }
    })
    answers.push(...rows.sort(byContent))
    await pause()
  }
  return answers
}

/** By what they say, and only where that is the same by pseudonym, which is drawn by lot: never by person, nor by when they answered. */
function byContent(a: LeavingAnswer, b: LeavingAnswer): number {
  const text = ({ round, stance, impact, arrival, pseudonym }: LeavingAnswer) =>
    JSON.stringify([stance, impact, arrival, round, pseudonym])
  return text(a) < text(b) ? -1 : 1
}

/** The entries on each technology for each specialism, by the technology's slug. By numbers, since there may be very many. */
function byPair({ held }: FollowedScan, entries: readonly number[]): number[][] {
  const { log } = held
  const technology = ranksOf(log.technologies.ids.map((id) => held.find(id)?.slug ?? ''))
  const specialism = ranksOf(log.specialisms.ids)
  const pairs = new Map<number, number[]>()
  for (const entry of entries) {
    const key = technology[log.technology[entry]!]! * specialism.length + specialism[log.specialism[entry]!]!
    const known = pairs.get(key)
    if (known) known.push(entry)
    else pairs.set(key, [entry])
  }
  return Array.from(Float64Array.from(pairs.keys()).sort(), (key) => pairs.get(key)!)
}

/** The rank of each text among all. */
function ranksOf(texts: readonly string[]): number[] {
  const ranks: number[] = []
  const order = texts.map((text, i) => ({ text, i })).sort((a, b) => (a.text < b.text ? -1 : 1))
  order.forEach(({ i }, rank) => {
    ranks[i] = rank
  })
  return ranks
}
