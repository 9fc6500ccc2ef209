import type { EditionPurpose, EditionState, EditionSummary, Gaps } from '../contract/editions.ts'
import { dateLabel } from '../ranking/words.ts'

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

export const stateNames: Record<EditionState, string> = {
  draft: 'Draft for board',
  published: 'Published',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
}

/** "2026 radar, edition 2". */
export const editionName = ({ title, number }: Pick<EditionSummary, 'title' | 'number'>): string =>
  number === null ? `${title}, draft for board` : `${title}, edition ${number}`

/** How it stands, in a sentence: "Published on 12 March 2026." or why it should not be used. */
export function standingOf({ state, publishedAt, ended }: EditionSummary): string {
  if (state === 'draft') return 'Draft for board: not approved, and figures may still change.'
  const published = `Published on ${dateLabel(publishedAt ?? '')}.`
  if (!ended) return published
  const by = ended.by ? ` by edition ${ended.by.number}` : ''
  const what = state === 'withdrawn' ? 'Withdrawn' : `Superseded${by}`
  return `${published} ${what} on ${dateLabel(ended.at)}: ${ended.reason}`
}

/** How a file of it is called, without an ending: "offing-2026-edition-2". */
export function fileNameOf({ number, scan, id }: Pick<EditionSummary, 'number' | 'scan' | 'id'>): string {
  return `offing-${scan.startYear}-${number === null ? `draft-${id.slice(-6)}` : `edition-${number}`}`
}
