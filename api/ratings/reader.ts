import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { type PanelSeat, seatOf } from '../../db/panels.ts'
import { itemsAsked, pairsAskedBefore } from '../../db/queue.ts'
import { answersOfOthers, ratingsOfPanellist } from '../../db/ratings.ts'
import { openRounds, type RoundHead, roundsOf } from '../../db/rounds.ts'
import { findScan, type ScanHead } from '../../db/scans.ts'
import { seatsOfAccount } from '../../db/seats.ts'
import { registryState } from '../../db/state.ts'
import type { Queue, QueueList, SeatInScan } from '../contract/ratings.ts'
import { bandsOf } from '../scans/method.ts'
import { countedRounds, isPilot, lastClosed } from '../scans/round.ts'
import { seatWithState } from '../seats/reader.ts'
import { inQueueOrder } from './queue-order.ts'
import type { Rating } from './rating.ts'

/** What the open rounds ask this account, and on which panels it sits. */
export async function readMyAnswers(db: Database, account: string): Promise<QueueList> {
  return { items: await queuesOf(db, account), seats: await seatsOf(db, account) }
}

/** Each scan on whose panel the account sits, the newest first, with the last round whose answers count. */
async function seatsOf(db: Database, account: string): Promise<SeatInScan[]> {
  const seats: SeatInScan[] = []
  for (const { id, scan, specialisms } of await seatsOfAccount(db, account))
    seats.push({ scan, specialisms, lastClosedRound: lastClosed(await roundsOf(db, id))?.number ?? null })
  return seats
}

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
  const items = await itemsInOrder(db, scan, round, seat)
  const latest = await latestRatings(db, seat.id, scan, round)
  const askedBefore = await pairsAskedBefore(db, scan.id, round.number, seat.specialisms)
  const { method } = await methodOf(db, scan.id)
  const { demonstration } = await registryState(db)
  const { startYear, horizonYears } = scan
  return {
    scan: { slug: scan.slug, name: scan.name, startYear, endYear: startYear + horizonYears },
    round: {
      id: round.id,
      number: round.number,
      isPilot: isPilot(round),
      asksYears: round.asksYears,
      closesOn: round.closesOn,
    },
    seat: await seatWithState(db, scan, seat.id),
    demonstration,
    minimumShown: method.minimumShown,
    bands: bandsOf(method, { startYear, years: horizonYears }),
    items: items.map(({ technology, specialism, specialismId }) => {
      const pair = `${technology.id} ${specialismId}`
      return {
        technology,
        specialism,
        askedBefore: askedBefore.has(pair),
        answer: latest.now.get(pair) ?? null,
        earlier: latest.earlier.get(pair) ?? null,
      }
    }),
  }
}

/** The fewest answers first: their number is used here and goes no further. */
async function itemsInOrder(db: Database, scan: ScanHead, round: RoundHead, seat: PanelSeat) {
  const others = await answersOfOthers(db, round.id, seat)
  const items = await itemsAsked(db, round.id, scan.id, seat)
  const places = items.map((item) => {
    const { id } = item.technology
    return {
      item,
      technology: id,
      specialism: item.specialismId,
      answers: others.get(`${id} ${item.specialismId}`) ?? 0,
    }
  })
  return inQueueOrder(places, seat.id).map(({ item }) => item)
}

/** By pair: the present answer of this round, and the latest of the rounds before it. */
async function latestRatings(db: Database, panellist: string, scan: ScanHead, round: RoundHead) {
  // What was said in a pilot carries over to no round.
  const numbers = new Map(countedRounds(await roundsOf(db, scan.id)).map((one) => [one.id, one.number]))
  const now = new Map<string, Rating>()
  const earlier = new Map<string, Rating>()
  for (const rating of await ratingsOfPanellist(db, panellist, scan.startYear)) {
    const pair = `${rating.technology} ${rating.specialism}`
    if (rating.round === round.id) now.set(pair, rating)
    else if ((numbers.get(rating.round) ?? Number.POSITIVE_INFINITY) < round.number) earlier.set(pair, rating)
  }
  return { now, earlier }
}
