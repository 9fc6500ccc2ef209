import { type Page, pages } from '../../api/contract/paths.ts'

interface Entry {
  page: Page
  name: string
  /** The entry is current on exactly this page, not on those below it. */
  exact: boolean
  /** Shown to accounts that may do this; without it, to everybody who is signed in. */
  action?: string
}

const entries: Entry[] = [
  { page: pages.radar, name: 'Radar', exact: true, action: 'ranking.read' },
  { page: pages.ranking, name: 'Ranking', exact: false, action: 'ranking.read' },
  { page: pages.editions, name: 'Editions', exact: false, action: 'editions.read' },
  { page: pages.technologies, name: 'Technologies', exact: false, action: 'technologies.read' },
  { page: pages.compare, name: 'Compare', exact: false, action: 'ranking.read' },
  { page: pages.whatIf, name: 'What if', exact: false, action: 'ranking.read' },
  { page: pages.heatMap, name: 'Heat map', exact: false, action: 'heat-map.read' },
  { page: pages.specialisms, name: 'Specialisms', exact: false, action: 'reviews.read' },
  { page: pages.myAnswers, name: 'My answers', exact: false, action: 'ratings.record' },
  { page: pages.signals, name: 'Signals', exact: false, action: 'signals.read' },
  { page: pages.scans, name: 'Scans', exact: false, action: 'scans.read' },
  { page: pages.admin, name: 'Admin', exact: false, action: 'accounts.read' },
]

export function navigationFor(actions: readonly string[]): Entry[] {
  return entries.filter((entry) => !entry.action || actions.includes(entry.action))
}
