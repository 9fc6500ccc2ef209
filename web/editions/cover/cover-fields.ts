import { type Edition, EditionRequest, type Gaps } from '../../../api/contract/editions.ts'
import { type DateParts, dateFrom, datePartsOf, noDate, type Version } from '../../shared/forms/index.ts'
import { checkWith, type Words } from '../../technologies/resolver.ts'

export interface RecommendationFields {
  text: string
  technologies: string[]
  owner: string
  by: DateParts
}

/** `assessed` is the empty text while nobody has said. */
export interface GapFields {
  assessed: '' | 'no' | 'yes'
  text: string
}

/** A cover as it is typed. */
export interface CoverFields {
  title: string
  purpose: EditionRequest['purpose']
  note: string
  recommendations: RecommendationFields[]
  gaps: Record<keyof Gaps, GapFields>
  shownToBoard: 'yes' | 'no'
}

export const noRecommendation: RecommendationFields = { text: '', technologies: [], owner: '', by: noDate }

/** As many as a board can take decisions on. */
export const mostRecommendations = 5
export const mostTechnologies = 10

const gapFields = (gap: Gaps[keyof Gaps]): GapFields => ({
  assessed: gap === null ? '' : gap.assessed ? 'yes' : 'no',
  text: gap?.text ?? '',
})

const fieldsOf = ({ title, purpose, note, recommendations, gaps, shownToBoard }: Edition): CoverFields => ({
  title,
  purpose,
  note,
  recommendations: recommendations.map(({ text, technologies, owner, by }) => ({
    text,
    technologies: technologies.map(({ slug }) => slug),
    owner,
    by: datePartsOf(by),
  })),
  gaps: {
    cost: gapFields(gaps.cost),
    patientBenefit: gapFields(gaps.patientBenefit),
    inequalities: gapFields(gaps.inequalities),
  },
  shownToBoard: shownToBoard ? 'yes' : 'no',
})

export const versionOf = (edition: Edition): Version<CoverFields> => ({
  tag: `"${edition.version}"`,
  fields: fieldsOf(edition),
})

const gapRequest = ({ assessed, text }: GapFields) => (assessed === '' ? null : { assessed: assessed === 'yes', text })

/** What is sent. It may be wrong still: the schema of the contract says what is. */
export function coverRequest({ gaps, shownToBoard, recommendations, ...same }: CoverFields) {
  return {
    ...same,
    shownToBoard: shownToBoard === 'yes',
    recommendations: recommendations.map((one) => ({ ...one, by: dateFrom(one.by) ?? '' })),
    gaps: {
      cost: gapRequest(gaps.cost),
      patientBenefit: gapRequest(gaps.patientBenefit),
      inequalities: gapRequest(gaps.inequalities),
    },
  }
}

/** What each field asks for, in the order of the page. */
const words: Words = {
  title: 'Enter a title',
  purpose: 'Choose what the board is asked to do',
  note: 'Enter a note',
  'recommendations.*.text': 'Say what you recommend',
  'recommendations.*.technologies': 'Add at least one technology that it is about',
  'recommendations.*.owner': 'Enter who sees to it',
  'recommendations.*.by': 'Enter the day by which it is done: day, month and year',
  'gaps.cost.text': 'Say what is known of cost',
  'gaps.patientBenefit.text': 'Say what is known of patient benefit',
  'gaps.inequalities.text': 'Say what is known of inequalities',
}

/** Whoever says that something was assessed says what is known of it. */
const schema = EditionRequest.superRefine(({ gaps }, context) => {
  for (const [name, gap] of Object.entries(gaps))
    if (gap?.assessed && gap.text === '')
      context.addIssue({ code: 'custom', path: ['gaps', name, 'text'], message: 'must not be empty' })
})

export const checkCover = checkWith<CoverFields>(schema, coverRequest, words)
