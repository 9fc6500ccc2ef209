import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { findHeldSeat } from '../../db/panel-members.ts'
import { findPerson } from '../../db/people.ts'
import { itemsAsked } from '../../db/queue.ts'
import { typistsOf } from '../../db/ratings.ts'
import { nameless } from '../accounts/nameless.ts'
import type { PaperItems } from '../contract/paper.ts'
import { Refusal, repeated } from '../refusal.ts'
import { getRound } from '../rounds/commands.ts'
import { getScan } from '../scans/commands.ts'
import { bandsOf } from '../scans/method.ts'
import { ensureNotOnPanel } from './paper-commands.ts'

/** What a round asks of a panel member, for whoever types in their answers from paper. */
export async function readPaperItems(
  db: Database,
  at: { round: string; panellist: string },
  typist: string,
): Promise<PaperItems> {
  const round = await getRound(db, at.round)
  const seat = await findHeldSeat(db, at.panellist)
  if (seat?.scan !== round.scan || seat.leftAt !== null || round.state !== 'open')
    throw new Refusal('not-found', `No open round asks a panel member ${repeated(at.panellist)} here.`)
  const scan = await getScan(db, round.scan)
  await ensureNotOnPanel(db, scan, typist)
  const { method } = await methodOf(db, scan.id)
  const typists = await typistsOf(db, round.id, seat.id)
  const asked = await itemsAsked(db, round.id, scan.id, seat)
  const { slug, name, startYear, horizonYears } = scan
  return {
    panellist: { id: seat.id, name: (await findPerson(db, seat.account))?.name ?? nameless },
    scan: { slug, name, startYear, endYear: startYear + horizonYears },
    round: { id: round.id, number: round.number, asksYears: round.asksYears },
    bands: bandsOf(method, { startYear, years: horizonYears }),
    items: asked.map(({ technology, specialism, specialismId }) => ({
      technology,
      specialism,
      answer: standing(typists.get(`${technology.id} ${specialismId}`), typist),
    })),
  }
}

function standing(typedBy: string | null | undefined, typist: string): PaperItems['items'][number]['answer'] {
  if (typedBy === undefined) return 'none'
  return typedBy === typist ? 'typed-by-you' : 'given'
}
