import { editionName, standingOf } from '../editions/names.ts'
import {
  count,
  dateLabel,
  listed,
  listMeanings,
  listNames,
  monthsLabel,
  scoreMeans,
  whatItIsNot,
} from '../ranking/words.ts'
import { criteria } from '../scans/method.ts'
import { criterionNames, raterScaleNames } from '../scans/names.ts'
import type { TakenRanking } from './taken-ranking.ts'

interface Said {
  label: string
  text: string
}

/** What the figures are, for whoever gets a file without the page. */
export function aboutRanking(taken: TakenRanking): Said[] {
  const { ranking, filters } = taken
  return [
    { label: 'What this is', text: 'How much each technology would change services, as this panel answered' },
    { label: 'What this is not', text: whatItIsNot },
    ...demonstrationIn(taken),
    { label: 'Scan', text: `${ranking.scan.name} (${ranking.scan.startYear} to ${ranking.scan.endYear})` },
    standing(taken),
    { label: 'Who answered', text: whoAnswered(ranking.answered) },
    { label: 'Not heard from', text: ranking.answered.notHeardFrom.join(', ') || 'no specialism' },
    { label: 'Shown for', text: ranking.lens.name },
    ...filters,
    { label: listNames[ranking.list], text: `${listMeanings[ranking.list]} ${count(ranking.total, 'row')}.` },
    { label: 'Change score', text: scoreMeans },
    { label: 'Weights', text: weightsOf(ranking) },
    { label: 'How answers count', text: raterScaleNames[ranking.raterScale] },
    { label: 'Could be from, could be to', text: rangesIn(taken) },
    {
      label: 'Too few',
      text: `A technology is ranked from ${ranking.minimumPanel} panel members up. A specialism’s own figure is shown from ${ranking.minimumShown} up.`,
    },
  ]
}

function demonstrationIn({ ranking }: TakenRanking): Said[] {
  if (!ranking.demonstration) return []
  return [{ label: 'Demonstration', text: demonstrationWords }]
}

export const demonstrationWords =
  'The technologies and their sources are real. The panel’s answers, and every score, place and year made from them, are made up.'

function standing({ ranking, edition }: TakenRanking): Said {
  if (edition) return { label: 'Edition', text: `${editionName(edition)}. ${standingOf(edition)}` }
  const { round, workingDraft } = ranking
  const asOf = round ? `Round ${round.number}, closed on ${dateLabel(round.closedAt)}` : 'No round has closed yet'
  return { label: 'Not an edition', text: `${workingDraft ? 'Working draft. ' : ''}${asOf}.` }
}

/** "87 of 101 panel members answered, for 24 of 30 specialisms, January to March 2026." */
export function whoAnswered(answered: TakenRanking['ranking']['answered']): string {
  const { panellists, invited, specialisms, ofSpecialisms, from, to } = answered
  const where = ofSpecialisms === 1 ? '' : `, for ${specialisms} of ${count(ofSpecialisms, 'specialism')}`
  const when = from && to ? `, ${monthsLabel(from, to)}` : ''
  return `${panellists.toLocaleString('en-GB')} of ${count(invited, 'panel member')} answered${where}${when}.`
}

/** "How much services change 60 %, how widespread 20 % and …": as they count in this lens. */
export function weightsOf({ shares }: Pick<TakenRanking['ranking'], 'shares'>): string {
  return listed(criteria.map((one) => `${criterionNames[one].toLowerCase()} ${Math.round(100 * shares[one])} %`))
}

function rangesIn({ ranking, certainty }: TakenRanking): string {
  return ranking.list === 'ranked' ? sureness(certainty) : 'Only ranked technologies have a place.'
}

/** What ranges of places say, or why there are none. */
export function sureness({ state, people, progress }: TakenRanking['certainty']): string {
  if (state === 'ready')
    return 'With different panel members a place could be anywhere between the two (9 chances in 10). Within a group the order says little.'
  if (state === 'few-people') return `No ranges: this is the view of ${count(people, 'person', 'people')}.`
  if (state === 'too-few') return 'No ranges: there are too few answers to say.'
  if (state === 'no-round') return 'No ranges: no round has closed yet.'
  return `No ranges yet: they are being worked out (${Math.floor(100 * progress)} % done).`
}
