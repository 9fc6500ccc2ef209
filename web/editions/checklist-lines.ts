import type { Edition, EditionChecklist, EditionStop } from '../../api/contract/editions.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { withQuery } from '../shared/address.ts'
import { gapNames, referenceOf } from '../shared/editions/words.ts'
import { count, dateLabel, listed } from '../shared/words.ts'

export type LineState = 'held' | 'look' | 'stops'

interface Way {
  name: string
  to: string
}

/** One thing to look at before an edition is approved: how it stands, and where it is mended. */
export interface ChecklistLine {
  what: string
  state: LineState
  says: string
  /** What it counts, by name, each with its own page. */
  items?: readonly Way[]
  mend?: Way
}

interface Given {
  edition: Edition
  checklist: EditionChecklist
  toScan: Way
  toCover: Way
}

/** Every line of the checklist in the order in which a scan comes to them. */
export function checklistLines(edition: Edition, checklist: EditionChecklist): ChecklistLine[] {
  const given = {
    edition,
    checklist,
    toScan: { name: 'Go to the scan', to: pageLink(pages.scan, { scan: edition.scan.slug }) },
    toCover: { name: 'Change the cover', to: pageLink(pages.editionCover, { edition: referenceOf(edition) }) },
  }
  return [rounds, method, heard, ranked, certainty, reviews, evidence, recommendations, gaps].map((line) => line(given))
}

function rounds({ checklist: { rounds, stops }, toScan }: Given): ChecklistLine {
  const { asOf, lastClosed, open } = rounds
  const parts = [
    asOf < lastClosed
      ? `It is as of round ${asOf}, and round ${lastClosed} has closed since: discard this draft and prepare another to take its answers in.`
      : `It is as of round ${asOf}, the last that closed.`,
    open
      ? `Round ${open.number} is open${open.closesOn ? `, until ${dateLabel(open.closesOn)}` : ''}: an edition is published once it has closed.`
      : 'No round is open.',
  ]
  const isHeld = asOf === lastClosed && !open
  return line('Rounds', stopsOr(stops, 'open-round', isHeld), parts.join(' '), { mend: toScan })
}

function method({ edition, checklist: { methodApproved } }: Given): ChecklistLine {
  const says = methodApproved
    ? 'The method has an approval.'
    : 'Nobody has approved the method. Its approval can be recorded even now that it is fixed.'
  const to = pageLink(pages.changeMethod, { scan: edition.scan.slug })
  return line('Method', methodApproved ? 'held' : 'look', says, { mend: { name: 'Go to the method', to } })
}

function heard({ checklist: { coverage }, toScan }: Given): ChecklistLine {
  const { panellists, invited, specialisms, ofSpecialisms, notHeardFrom } = coverage
  const people = `${panellists} of ${count(invited, 'panel member')} answered, for ${specialisms} of ${count(ofSpecialisms, 'specialism')}.`
  const missing = notHeardFrom.length > 0 ? ` Not heard from: ${listed(notHeardFrom)}.` : ''
  return line('Who answered', missing ? 'look' : 'held', people + missing, { mend: toScan })
}

function ranked({ edition: { scan }, checklist: { coverage, stops } }: Given): ChecklistLine {
  const { ranked, awaiting } = coverage
  const waiting = awaiting > 0 ? ` ${count(awaiting, 'technology is', 'technologies are')} awaiting answers.` : ''
  const says = `${count(ranked, 'technology is', 'technologies are')} ranked.${waiting}`
  const to = withQuery(pages.ranking, { scan: scan.slug, list: awaiting > 0 ? 'awaiting' : null })
  const state = stops.includes('nothing-ranked') ? 'stops' : awaiting > 0 ? 'look' : 'held'
  return line('Ranking', state, says, { mend: { name: 'Go to the ranking', to } })
}

const certaintyWords: Record<EditionChecklist['certainty']['state'], string> = {
  ready: 'The ranges are worked out.',
  working: 'The ranges are being worked out',
  'few-people': 'Fewer than five people answered, so there are no ranges: it will say “view of” so many people.',
  'too-few': 'There are too few answers to say how sure the order is, so there are no ranges.',
  'no-round': 'No round has closed, so there is nothing to work out ranges from.',
}

function certainty({ checklist: { certainty } }: Given): ChecklistLine {
  const { state, progress } = certainty
  const says =
    state === 'working'
      ? `${certaintyWords.working}: ${Math.floor(100 * progress)} per cent done. Come back in a moment.`
      : certaintyWords[state]
  return line('How sure', state === 'ready' ? 'held' : 'look', says)
}

function reviews({ edition: { scan }, checklist: { unsignedReviews, signedReviews } }: Given): ChecklistLine {
  const says =
    unsignedReviews.length > 0
      ? `${count(unsignedReviews.length, 'review')} not signed, ${signedReviews} signed. Only signed ones are in the edition.`
      : `${count(signedReviews, 'review')} signed, none left as a draft.`
  const items = unsignedReviews.map(({ technology, specialism }) => ({
    name: `${technology.name}: ${specialism.name}`,
    to: pageLink(pages.review, { scan: scan.slug, technology: technology.slug, specialism: specialism.slug }),
  }))
  return line('Reviews', items.length > 0 ? 'look' : 'held', says, { items })
}

function evidence({ checklist: { staleEvidence, staleAfterYears } }: Given): ChecklistLine {
  const number = staleEvidence.length
  const years = count(staleAfterYears, 'year')
  const says =
    number > 0
      ? `${count(number, 'ranked technology has', 'ranked technologies have')} no evidence from the last ${years}.`
      : `Every ranked technology has evidence from the last ${years}.`
  const items = staleEvidence.map(({ technology, newest }) => ({
    name: `${technology.name}: ${newest ? `newest from ${dateLabel(newest)}` : 'none with a date'}`,
    to: pageLink(pages.technology, { technology: technology.slug }),
  }))
  return line('Evidence', number > 0 ? 'look' : 'held', says, { items })
}

function recommendations({ checklist, toCover }: Given): ChecklistLine {
  const number = checklist.recommendations
  const says = number > 0 ? `${count(number, 'recommendation')}.` : 'There is no recommendation.'
  return line('Recommendations', number > 0 ? 'held' : 'look', says, { mend: toCover })
}

function gaps({ checklist: { openGaps, stops }, toCover }: Given): ChecklistLine {
  const names = listed(openGaps.map((gap) => gapNames[gap].toLowerCase()))
  const says = openGaps.length > 0 ? `Not said yet whether it was assessed: ${names}.` : 'All three are spoken of.'
  return line('Known gaps', stopsOr(stops, 'gaps', openGaps.length === 0), says, { mend: toCover })
}

const stopsOr = (stops: readonly EditionStop[], stop: EditionStop, isHeld: boolean): LineState =>
  stops.includes(stop) ? 'stops' : isHeld ? 'held' : 'look'

const line = (what: string, state: LineState, says: string, more: Partial<ChecklistLine> = {}): ChecklistLine => ({
  what,
  state,
  says,
  ...more,
})
