import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { reviewHeads } from '../../db/reviews.ts'
import type { EditionChecklist } from '../contract/editions.ts'
import { listsOf, viewOf } from '../ranking/reader.ts'
import { answeredIn } from '../ranking/view.ts'
import { Refusal } from '../refusal.ts'
import { lastClosed } from '../scans/round.ts'
import { staleBefore } from '../technologies/ageing.ts'
import { openGaps, staleEvidence } from './checklist.ts'
import type { EditionShelf } from './shelf-reader.ts'

type Certainty = EditionChecklist['certainty']

/** What to look at before a draft is approved, as the registry is now; `today` is a day, and evidence from more than `staleAfterYears` before it is old. */
export async function readChecklist(
  db: Database,
  shelf: EditionShelf,
  reference: string,
  { today, staleAfterYears }: { today: string; staleAfterYears: number },
  certaintyOf: (scan: Awaited<ReturnType<EditionShelf['open']>>['scan']) => Certainty,
): Promise<EditionChecklist> {
  const { head, ...source } = await shelf.open(reference, 'all')
  if (head.state !== 'draft')
    throw new Refusal('conflict', `Edition ${head.number} is published: nothing is left to check.`)
  const { scan } = source
  const view = viewOf({ ...source, edition: head }, { lens: { kind: 'all' } })
  const lists = listsOf(view)
  const ranked = lists.ranked.map(({ number }) => scan.held.candidate(number))
  const { panellists, invited, specialisms, ofSpecialisms, notHeardFrom } = answeredIn(view)
  const open = scan.rounds.find(({ state }) => state === 'open')
  const reviews = await reviewHeads(db, scan.head.id)
  const specialismOf = new Map(scan.specialisms.map(({ id, slug, name }) => [id, { slug, name }]))
  const gaps = openGaps(head.gaps)
  return {
    rounds: {
      asOf: head.round,
      lastClosed: lastClosed(scan.rounds)!.number,
      open: open ? { number: open.number, closesOn: open.closesOn } : null,
    },
    methodApproved: (await methodOf(db, scan.head.id)).approval !== null,
    coverage: {
      ...{ panellists, invited, specialisms, ofSpecialisms, notHeardFrom },
      ranked: ranked.length,
      awaiting: lists.awaiting.length,
    },
    unsignedReviews: reviews
      .filter(({ newest, signed }) => newest !== signed)
      .map(({ technology, specialism }) => ({ technology, specialism: specialismOf.get(specialism)! })),
    signedReviews: reviews.filter(({ signed }) => signed !== null).length,
    staleAfterYears,
    staleEvidence: staleEvidence(ranked, await shelf.technologies(head), staleBefore(today, staleAfterYears)),
    recommendations: head.recommendations.length,
    openGaps: gaps,
    certainty: certaintyOf(scan),
    stops: [
      ...(ranked.length === 0 ? (['nothing-ranked'] as const) : []),
      ...(open ? (['open-round'] as const) : []),
      ...(gaps.length > 0 ? (['gaps'] as const) : []),
    ],
  }
}
