import type { EditionSummary } from '../../../api/contract/editions.ts'
import { editionName, gapNames, purposeNames, stateNames } from '../../../api/editions/names.ts'
import { dateLabel } from '../words.ts'

export { editionName, gapNames, purposeNames, stateNames }

/** How an address names it: by number once it has one. */
export const referenceOf = ({ id, number }: Pick<EditionSummary, 'id' | 'number'>) =>
  number === null ? id : String(number)

type Named = Pick<EditionSummary, 'title' | 'number' | 'publishedAt'>

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
