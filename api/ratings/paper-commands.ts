import type { Database, Registry } from '../../db/open.ts'
import { findHeldSeat } from '../../db/panel-members.ts'
import { findPairAsked, seatOf } from '../../db/panels.ts'
import { findRating, typistsOf } from '../../db/ratings.ts'
import type { ScanHead } from '../../db/scans.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Precondition } from '../precondition.ts'
import { Refusal } from '../refusal.ts'
import { getRound } from '../rounds/commands.ts'
import { getScan } from '../scans/commands.ts'
import { ensureOpen, type PairReference, writeRating } from './commands.ts'
import { type Answer, type Rating, saysTheSame } from './rating.ts'

export interface PaperReference extends PairReference {
  panellist: string
}

/**
 * Types in an answer that a panel member gave on paper, stamped with who typed it. Only that typist may change it: an answer
 * that its owner gave, or another typist typed, is refused without a word about what it says, not even whether it says the same.
 */
export async function typeInRating(
  registry: Registry,
  at: PaperReference,
  answer: Answer,
  seen: Precondition,
  by: By & { account: string },
): Promise<{ rating: Rating; created: boolean }> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { round, pair, scan } = await pairOnPaper(trx, at)
      await ensureNotOnPanel(trx, scan, by.account)
      const { startYear } = scan
      const typist = await typistOf(trx, round.id, pair)
      if (typist !== undefined && typist !== by.account)
        throw new Refusal(
          'conflict',
          'There is an answer to this already, which only its owner or its typist may change.',
        )
      const present = await findRating(trx, round.id, pair, startYear)
      if (present && saysTheSame(present, answer)) return { rating: present, created: false }
      ensureOpen(round, scan, by.at)
      const written = { round, pair, startYear, present, answer, seen, at: by.at }
      return writeRating(trx, record, { ...written, illustrative: false, typedBy: by.account })
    },
    { redraws: false },
  )
}

/** An answer as its typist may read it back; 404 for everybody else, whether or not there is one. */
export async function getTypedRating(registry: Registry, at: PaperReference, account: string): Promise<Rating> {
  const { round, pair, scan } = await pairOnPaper(registry.read, at)
  const typist = await typistOf(registry.read, round.id, pair)
  const rating = typist === account ? await findRating(registry.read, round.id, pair, scan.startYear) : undefined
  if (!rating) throw new Refusal('not-found', 'You have typed in no answer to this.')
  return rating
}

/** Who answers themselves does so unseen, and knows their own answer beside those they would type in. */
export async function ensureNotOnPanel(db: Database, scan: ScanHead, account: string): Promise<void> {
  if (!(await seatOf(db, scan.id, account))) return
  throw new Refusal(
    'not-allowed',
    `You answer on the panel of ${scan.name} yourself, so the answers of others are not for you to type in. Ask somebody in the scan team who does not.`,
  )
}

type Pair = NonNullable<Awaited<ReturnType<typeof findPairAsked>>>

/** Undefined where there is no answer, null where its owner gave it. */
async function typistOf(db: Database, round: string, pair: Pair): Promise<string | null | undefined> {
  return (await typistsOf(db, round, pair.panellist)).get(`${pair.technology} ${pair.specialism}`)
}

async function pairOnPaper(db: Database, at: PaperReference) {
  const round = await getRound(db, at.round)
  const seat = await findHeldSeat(db, at.panellist)
  const pair = seat && seat.scan === round.scan ? await findPairAsked(db, { ...at, account: seat.account }) : undefined
  if (pair) return { round, pair, scan: await getScan(db, round.scan) }
  throw new Refusal('not-found', 'This round does not ask this panel member about this technology for this specialism.')
}
