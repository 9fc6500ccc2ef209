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

/** The answers of a scan's closed rounds that may leave, under the pseudonyms that its panel has. */
export async function answersOf(db: Database, { scan, round, demonstration }: ClosedScan, whose: Whose) {
  const entries =
    whose === 'all'
      ? await inTurns(answersLeaving(scan.held.inputAsOf(round)))
      : await ownEntries(db, scan, whose.seatOf, round)
  const { id, name, slug, startYear, horizonYears } = scan.head
  return {
    scan: { id, slug, name, startYear, endYear: startYear + horizonYears },
    round,
    whose: whose === 'all' ? ('all' as const) : ('own' as const),
    minimumShown: scan.method.minimumShown,
    demonstration,
    bands: bandsOf(scan.method, scan.state.horizon),
    items: await toAnswers(scan, entries, await pseudonymsOf(db, id)),
  }
}

async function ownEntries(db: Database, scan: FollowedScan, account: string, round: number): Promise<number[]> {
  const panellist = await findPanellist(db, scan.head.id, account)
  if (!panellist) throw new Refusal('not-found', `You are not on the panel of ${scan.head.name}.`)
  const number = scan.held.log.panellists.find(panellist)
  return number === undefined ? [] : ownAnswers(scan.held.log, number, round)
}

async function toAnswers(
  scan: FollowedScan,
  entries: readonly number[],
  pseudonyms: ReadonlyMap<string, string>,
): Promise<LeavingAnswer[]> {
  const pause = pauses()
  const specialisms = new Map(scan.specialisms.map(({ id, slug, name }) => [id, { slug, name }]))
  const answers: LeavingAnswer[] = []
  for (const entry of inOrder(scan, entries, pseudonyms)) {
    const { panellist, technology, specialism, round, stance, impact, arrival } = answerAt(scan.held.log, entry)
    const { slug, name } = scan.held.find(technology)!
    answers.push({
      pseudonym: pseudonyms.get(panellist)!,
      technology: { slug, name },
      specialism: specialisms.get(specialism)!,
      round,
      stance: stance as LeavingAnswer['stance'],
      impact,
      arrival,
    })
    if (answers.length % 500 === 0) await pause()
  }
  return answers
}

/**
 * By technology, specialism and pseudonym: none of the three has to do with when somebody answered, and pseudonyms are drawn by lot. By
 * numbers, since there may be very many.
 */
function inOrder(
  { held }: FollowedScan,
  entries: readonly number[],
  pseudonyms: ReadonlyMap<string, string>,
): number[] {
  const { log } = held
  const technology = ranksOf(log.technologies.ids.map((id) => held.find(id)?.slug ?? ''))
  const specialism = ranksOf(log.specialisms.ids)
  const panellist = ranksOf(log.panellists.ids.map((id) => pseudonyms.get(id) ?? ''))
  const byKey = new Map<number, number>()
  for (const entry of entries) {
    const [k, s, p] = [
      technology[log.technology[entry]!]!,
      specialism[log.specialism[entry]!]!,
      panellist[log.panellist[entry]!]!,
    ]
    byKey.set((k * specialism.length + s) * panellist.length + p, entry)
  }
  return Array.from(Float64Array.from(byKey.keys()).sort(), (key) => byKey.get(key)!)
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
