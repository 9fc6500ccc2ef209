import { gapNames, purposeNames } from '../../shared/editions/words.ts'
import { Clashes } from '../../shared/forms/index.ts'
import type { Clash } from '../../shared/merge.ts'
import { listed } from '../../shared/words.ts'
import type { CoverFields, GapFields, RecommendationFields } from './cover-fields.ts'

const labels: Record<keyof CoverFields, string> = {
  title: 'Title',
  purpose: 'What the board is asked to do',
  note: 'Note',
  recommendations: 'Recommendations',
  gaps: 'Known gaps',
  shownToBoard: 'Whether board members see the draft',
}

interface Props {
  clashes: Clash<CoverFields>[]
  taken: (keyof CoverFields)[]
  names: ReadonlyMap<string, string>
  onTake: (clash: Clash<CoverFields>) => void
}

/** What somebody else of the scan team has saved meanwhile, beside what was typed. */
export function CoverClashes({ names, ...props }: Props) {
  const inWords = ({ field }: Clash<CoverFields>, value: CoverFields[keyof CoverFields]): string => {
    if (field === 'recommendations') return (value as RecommendationFields[]).map(asText(names)).join('; ')
    if (field === 'gaps') return gapsInWords(value as CoverFields['gaps'])
    if (field === 'purpose') return purposeNames[value as CoverFields['purpose']]
    return field === 'shownToBoard' ? (value === 'yes' ? 'Yes' : 'No') : String(value)
  }
  return <Clashes what="this cover" labels={labels} inWords={inWords} {...props} />
}

const asText =
  (names: ReadonlyMap<string, string>) =>
  ({ text, technologies, owner, by }: RecommendationFields, i: number) =>
    `${i + 1}. ${text} (${listed(technologies.map((slug) => names.get(slug) ?? slug))}; ${owner}; ${by.day} ${by.month} ${by.year})`

const gapsInWords = (gaps: CoverFields['gaps']) =>
  (Object.keys(gapNames) as (keyof typeof gapNames)[])
    .map((name) => `${gapNames[name]}: ${gapWords(gaps[name])}`)
    .join('; ')

const gapWords = ({ assessed, text }: GapFields) =>
  assessed === '' ? 'nothing said' : assessed === 'no' ? `not assessed ${text}`.trim() : text
