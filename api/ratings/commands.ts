import { createHash, randomBytes } from 'node:crypto'
import type { Database, Registry } from '../../db/open.ts'
import { findPairAsked, isPairAsked } from '../../db/panels.ts'
import { findRating, insertRatings } from '../../db/ratings.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { ScanHead } from '../../db/scans.ts'
import { type By, perform } from '../audit/perform.ts'
import type { AuditNote } from '../audit/trail.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { Refusal } from '../refusal.ts'
import { ensureTakesAnswers, getRound, nameOf } from '../rounds/commands.ts'
import { getScan } from '../scans/commands.ts'
import { ensureNoticeRead } from '../seats/commands.ts'
import { type Answer, problemsOfAnswer, type Rating, saysTheSame } from './rating.ts'

/** A pair as an address names it: ids or slugs. */
export interface PairReference {
  round: string
  technology: string
  specialism: string
}

/**
 * Records the signed-in panellist's answer on a pair that an open round asks of them. Each change adds a version. An answer
 * that says what the present one says is done already, whatever version was seen and even if the round has closed since,
 * so a repeated request is safe.
 */
export async function recordRating(
  registry: Registry,
  at: PairReference,
  answer: Answer,
  seen: Precondition,
  by: By,
  options = { illustrative: false },
): Promise<{ rating: Rating; created: boolean }> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const round = await getRound(trx, at.round)
      const pair = await ownPair(trx, at, by.account)
      const scan = await getScan(trx, round.scan)
      const { startYear } = scan
      const present = await findRating(trx, round.id, pair, startYear)
      if (present && saysTheSame(present, answer)) return { rating: present, created: false }
      ensureOpen(round, scan, by.at)
      await ensureNoticeRead(trx, pair.panellist)
      return writeRating(trx, record, { round, pair, startYear, present, answer, seen, at: by.at, ...options })
    },
    { redraws: false },
  )
}

/** An answer on its way into the registry: what is asked of whom, what is there now, and what they say. */
export interface AnswerToWrite {
  round: RoundHead
  pair: { panellist: string; technology: string; specialism: string }
  startYear: number
  present: Rating | undefined
  answer: Answer
  seen: Precondition
  at: string
  illustrative: boolean
  /** The account that types it in from paper; left out where the panel member gives it. */
  typedBy?: string
}

/** Checks an answer and adds it as a version, with its entry in the trail, which holds nothing to read it by. */
export async function writeRating(
  trx: Database,
  record: (note: AuditNote) => void,
  { round, pair, startYear, present, answer, seen, at, illustrative, typedBy }: AnswerToWrite,
): Promise<{ rating: Rating; created: boolean }> {
  ensureSound(answer, { startYear, asksYears: round.asksYears })
  ensureSeen(seen, present)
  if (!present && answer.stance === 'withdrawn')
    throw new Refusal('conflict', 'There is no answer of this round to withdraw.')
  const version = (present?.version ?? 0) + 1
  const salt = randomBytes(16).toString('base64url')
  const typed = typedBy !== undefined
  const rating = { ...answer, ...pair, round: round.id, version, recordedAt: at, typed }
  await insertRatings(trx, [{ ...rating, startYear, salt, illustrative, typedBy: typedBy ?? null }])
  const details = { ...pair, version, saltedDigest: saltedDigest(salt, answer), ...(typed && { typed }) }
  record({ action: 'rating.record', objectKind: 'round', objectId: round.id, details })
  const { panellist: _, ...response } = rating
  return { rating: response, created: !present }
}

/** An open round takes answers until the end of its closing day, though it may not have been closed yet. */
export function ensureOpen(round: RoundHead, scan: ScanHead, at: string): void {
  if (round.state !== 'open')
    throw new Refusal('conflict', `${nameOf(round)} is ${round.state}, so its answers cannot be changed.`)
  ensureTakesAnswers(round, scan, at)
}

/** The pair in ids, if the round asks it of this account. What it asks of others only is 403, what it does not ask 404. */
async function ownPair(trx: Database, at: PairReference, account: string | null) {
  const pair = account === null ? undefined : await findPairAsked(trx, { ...at, account })
  if (pair) return pair
  if (await isPairAsked(trx, at))
    throw new Refusal(
      'not-yours',
      'This round asks other panel members about this technology for this specialism, not you.',
    )
  throw new Refusal('not-found', 'This round does not ask about this technology for this specialism.')
}

/** The panellist's present answer on a pair. */
export async function getOwnRating(registry: Registry, at: PairReference, account: string): Promise<Rating> {
  const round = await getRound(registry.read, at.round)
  const pair = await ownPair(registry.read, at, account)
  const scan = await getScan(registry.read, round.scan)
  const rating = await findRating(registry.read, round.id, pair, scan.startYear)
  if (!rating) throw new Refusal('not-found', 'You have not answered this in this round.')
  return rating
}

function ensureSound(answer: Answer, round: { startYear: number; asksYears: boolean }): void {
  const problems = problemsOfAnswer(answer, round)
  if (problems.length > 0) throw new Refusal('invalid', problems[0]!.detail, { errors: problems })
}

/** What the trail keeps of an answer: enough to prove it later, nothing to read it by. */
function saltedDigest(salt: string, answer: Answer): string {
  const { stance, impact, arrival, reason } = answer
  return createHash('sha256')
    .update(salt)
    .update(JSON.stringify([stance, impact, arrival, reason]))
    .digest('hex')
}
