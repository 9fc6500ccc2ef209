import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { daysBetween } from '../scans/days.ts'
import { count, dateLabel, listed } from '../shared/words.ts'
import { notStarted, technologiesOf } from './summary.ts'

/** What opening a round will do, in full sentences. */
export function openingMeans(scan: Scan, round: Round): string[] {
  const empty = scan.specialisms.filter(({ panellists }) => panellists === 0).map(({ name }) => name)
  return [
    `${count(round.invited, 'panel member')} will be asked about ${technologiesOf(round)}: ${count(round.asked, 'answer')} in all.`,
    round.closesOn
      ? `It closes by itself at the end of ${dateLabel(round.closesOn)}, its closing day. You can put that off, or close it earlier.`
      : 'It has no closing day. It stays open until you close it.',
    ...(scan.frozenAt
      ? []
      : [
          'This is the first round to open, so the scan freezes: its specialisms, its method, and the milestones and stages of development of its technologies stay as they are now.',
        ]),
    'While it is open, nobody sees any figure made from its answers.',
    ...(empty.length > 0 ? [`Nobody is on the panel for ${listed(empty)}. You can add panel members later.`] : []),
    'An opened round cannot be put back.',
  ]
}

/** What closing a round will do, in full sentences. */
export function closingMeans(scan: Scan, round: Round, today: string): string[] {
  const early = round.closesOn ? daysBetween(today, round.closesOn) : 0
  const ahead =
    early > 0 ? [`You close it ${count(early, 'day')} before its closing day, ${dateLabel(round.closesOn!)}.`] : []
  if (isPilot(round))
    return [...ahead, 'Nothing of a pilot counts. You will see how many answers came.', 'It cannot be opened again.']
  const open = round.asked - round.answered
  return [
    ...ahead,
    `${count(round.answered, 'answer')} of ${round.asked.toLocaleString('en-GB')} will count from now on. They can no longer be changed.`,
    ...(open > 0
      ? [
          `${count(open, 'answer')} ${open === 1 ? 'is' : 'are'} missing. A missing answer is never a zero: where somebody answered in an earlier round, that answer goes on counting.`,
        ]
      : []),
    ...(notStarted(round) > 0
      ? [`${count(notStarted(round), 'panel member')} ${notStarted(round) === 1 ? 'has' : 'have'} not started.`]
      : []),
    'The ranking and the radar are drawn again from the closed rounds.',
    scan.boardSeesDraft
      ? 'The board sees the new ranking at once, marked “working draft”.'
      : 'The board does not see it: this scan does not show its working draft.',
    'A closed round cannot be opened again. You can prepare another one.',
  ]
}
