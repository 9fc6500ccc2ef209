import type { Database } from '../../db/open.ts'
import { seatOf } from '../../db/panels.ts'
import { itemsAsked } from '../../db/queue.ts'
import { ratingsOfPanellist } from '../../db/ratings.ts'
import { openRounds, type RoundHead, roundsOf } from '../../db/rounds.ts'
import { findScan, methodOf, type ScanHead } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import type { Queue } from '../contract/ratings.ts'
import { bandsOf } from '../scans/method.ts'
import type { Rating } from './rating.ts'

/** What the open rounds ask this account, with its own answers: of this round, and the one that carries over. */
export async function queuesOf(db: Database, account: string): Promise<Queue[]> {
  const queues: Queue[] = []
  for (const round of await openRounds(db)) {
    const scan = (await findScan(db, round.scan))!
    const queue = await queueIn(db, scan, round, account)
    if (queue) queues.push(queue)
  }
  return queues
}

async function queueIn(db: Database, scan: ScanHead, round: RoundHead, account: string): Promise<Queue | undefined> {
  const seat = await seatOf(db, scan.id, account)
  if (!seat) return undefined
  const items = await itemsAsked(db, round.id, scan.id, seat.specialisms)
  const latest = await latestRatings(db, seat.id, scan, round)
  const { method } = await methodOf(db, scan.id)
  const { demonstration } = await registryState(db)
  const { startYear, horizonYears } = scan
  return {
    scan: { slug: scan.slug, name: scan.name, startYear, endYear: startYear + horizonYears },
    round: { id: round.id, number: round.number, asksYears: round.asksYears, closesOn: round.closesOn },
    demonstration,
    minimumShown: method.minimumShown,
    bands: bandsOf(method, { startYear, years: horizonYears }),
    items: items.map(({ technology, specialism, specialismId }) => {
      const pair = `${technology.id} ${specialismId}`
      return {
        technology,
        specialism,
        answer: latest.now.get(pair) ?? null,
        earlier: latest.earlier.get(pair) ?? null,
      }
    }),
  }
}

/** By pair: the present answer of this round, and the latest of the rounds before it. */
async function latestRatings(db: Database, panellist: string, scan: ScanHead, round: RoundHead) {
  const numbers = new Map((await roundsOf(db, scan.id)).map((one) => [one.id, one.number]))
  const now = new Map<string, Rating>()
  const earlier = new Map<string, Rating>()
  for (const rating of await ratingsOfPanellist(db, panellist, scan.startYear)) {
    const pair = `${rating.technology} ${rating.specialism}`
    if (rating.round === round.id) now.set(pair, rating)
    else if (numbers.get(rating.round)! < round.number) earlier.set(pair, rating)
  }
  return { now, earlier }
}
