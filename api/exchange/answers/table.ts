import type { LeavingAnswer } from '../../contract/exchange.ts'
import { bandLabel, stanceNames } from '../../ranking/words.ts'
import type { Band } from '../../scans/method.ts'
import type { Table } from '../taken-ranking.ts'

const headings = [
  'Pseudonym',
  'Technology',
  'Specialism',
  'Round',
  'Does this affect your service?',
  'How much (1 to 9)',
  'When',
  'As early as',
  'Middle guess',
  'As late as',
]

/** Answers as rows, in the order in which they come. */
export function answersTable(answers: readonly LeavingAnswer[], bands: readonly Band[]): Table {
  return [headings, ...answers.map((answer) => rowOf(answer, bands))]
}

function rowOf(
  { pseudonym, technology, specialism, round, stance, impact, arrival }: LeavingAnswer,
  bands: readonly Band[],
) {
  const years = arrival?.kind === 'years' ? [arrival.p10, arrival.p50, arrival.p90] : [null, null, null]
  return [
    pseudonym,
    technology.name,
    specialism.name,
    round,
    stanceNames[stance],
    impact,
    when(arrival, bands),
    ...years,
  ]
}

function when(arrival: LeavingAnswer['arrival'], bands: readonly Band[]): string | null {
  if (arrival?.kind === 'cannot-say') return 'I can’t say'
  return arrival?.kind === 'band' ? bandLabel(bands.find(({ index }) => index === arrival.band)!) : null
}

interface Exported {
  scan: { name: string; startYear: number; endYear: number }
  round: number
  whose: 'own' | 'all'
  minimumShown: number
  demonstration: boolean
  answers: number
  withoutPseudonym: number
}

/** What a file of answers is, for whoever opens it. */
export function aboutAnswers(exported: Exported) {
  const { scan, round, whose, demonstration, answers } = exported
  return [
    {
      label: 'What this is',
      text: `${whose === 'own' ? 'Your own answers' : 'Answers of the panel'} as of closed round ${round}`,
    },
    { label: 'Scan', text: `${scan.name} (${scan.startYear} to ${scan.endYear})` },
    { label: 'Answers', text: answers.toLocaleString('en-GB') },
    {
      label: 'Pseudonyms',
      text: 'Drawn by lot for this scan. They say nothing of who somebody is, and no other scan has them.',
    },
    ...(whose === 'own' ? [] : leftOut(exported)),
    {
      label: 'How much',
      text: 'As it was given, 1 to 9, for better or worse alike. Empty where the answer was not “yes”.',
    },
    ...(demonstration ? [{ label: 'Demonstration', text: 'These answers are made up.' }] : []),
  ]
}

const leftOut = ({ minimumShown, answers, withoutPseudonym }: Exported) => [
  {
    label: 'Without a pseudonym',
    text: `${withoutPseudonym.toLocaleString('en-GB')} of ${answers.toLocaleString('en-GB')} answers. Who answered how many items, and which, is known by name, so a pseudonym stands only where at least ${minimumShown} people have answers here on the very same items, and where it leaves nobody else among fewer than ${minimumShown} without one.`,
  },
  {
    label: 'Round',
    text: `In which round an answer was given. Empty for a technology in a specialism where fewer than ${minimumShown} people answered in one of its rounds.`,
  },
  {
    label: 'What is left out',
    text: `A technology’s answers for a specialism where fewer than ${minimumShown} people gave one, where their figures are not shown, or where somebody who typed in answers from paper could tell whose the others are. Reasons, and when an answer was given within its round. Who can’t judge.`,
  },
  {
    label: 'Handle with care',
    text: 'Somebody who has files of two rounds sees which answers changed between them, and may know who answered again. Do not try to tell whose an answer is, and do not pass this file on to somebody who might.',
  },
]
