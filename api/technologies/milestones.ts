import type { Milestone } from '../contract/technologies.ts'

/** What is reached with each milestone, as it follows "when". */
export const milestoneNames: Record<Milestone, string> = {
  first: 'one NHS service offers it outside research',
  'one-in-five': 'one in five of the places that could use it do so',
  most: 'most of the places that could use it do so',
}

/** "one in five of the places that could use it do so, of 150 places". */
export function milestoneInWords(milestone: Milestone, places: number | null): string {
  const of = places === null ? '' : `, of ${places.toLocaleString('en-GB')} ${places === 1 ? 'place' : 'places'}`
  return milestoneNames[milestone] + of
}
