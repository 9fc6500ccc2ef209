import type { EditionPurpose, EditionSummary, Gaps } from '../../../api/contract/editions.ts'
import { dateLabel } from '../words.ts'

export const purposeNames: Record<EditionPurpose, string> = {
  decision: 'For decision',
  assurance: 'For assurance',
  information: 'For information',
}

export const gapNames: Record<keyof Gaps, string> = {
  cost: 'Cost',
  patientBenefit: 'Patient benefit',
  inequalities: 'Inequalities',
}

/** How an address names it: by number once it has one. */
export const referenceOf = ({ id, number }: Pick<EditionSummary, 'id' | 'number'>) =>
  number === null ? id : String(number)

type Named = Pick<EditionSummary, 'title' | 'number' | 'publishedAt'>

/** "2026 radar, edition 2". */
export const editionName = ({ title, number }: Pick<Named, 'title' | 'number'>) =>
  number === null ? `${title}, draft for board` : `${title}, edition ${number}`

/** "2026 radar, edition 2, published 12 March 2026". */
export const editionLabel = (edition: Named) =>
  edition.publishedAt ? `${editionName(edition)}, published ${dateLabel(edition.publishedAt)}` : editionName(edition)

/** A state and what it means for the reader: the heading of a banner and the sentences below it. */
export interface StateWords {
  title: string
  text: string
  /** A reason in the words of whoever gave it. */
  reason: string | null
}

/** How an edition stands; null where there is nothing to warn of. */
export function warningOf({ state, ended, shownToBoard }: EditionSummary): StateWords | null {
  const on = ended ? ` on ${dateLabel(ended.at)}` : ''
  const reason = ended?.reason ?? null
  if (state === 'draft')
    return {
      title: 'Draft for board: figures may still change',
      text: shownToBoard
        ? 'It is not approved yet. Board members can see it.'
        : 'It is not approved yet, and board members cannot see it.',
      reason: null,
    }
  if (state === 'withdrawn')
    return { title: `Withdrawn${on}: do not use`, text: 'It stays readable, as it was published.', reason }
  if (state === 'superseded')
    return {
      title: ended?.by ? `Superseded by edition ${ended.by.number}${on}` : `Superseded${on}`,
      text: 'It stays readable, as it was published. Use the later edition.',
      reason,
    }
  return null
}

/** The state in a word, for a tag. */
export const stateNames: Record<EditionSummary['state'], string> = {
  draft: 'Draft for board',
  published: 'Published',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
}
