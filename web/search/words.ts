import { pageLink, pages } from '../../api/contract/paths.ts'
import type { SearchGroup, SearchHit, SearchKind } from '../../api/contract/search.ts'
import { withQuery } from '../shared/address.ts'

export const kindNames: Record<SearchKind, string> = {
  technologies: 'Technologies',
  evidence: 'Evidence',
  signals: 'Signals',
}

/** Where a hit leads: a technology, a piece of its evidence, or a signal in the inbox. */
export function addressOf({ found, id, technology }: SearchHit): string {
  if (found === 'signal') return withQuery(pages.signals, { state: 'all', signal: id })
  const page = pageLink(pages.technology, { technology: technology!.slug })
  return found === 'evidence' ? `${page}#evidence-${id}` : page
}

/** "12", "more than 3,000". */
export function totalInWords({ total, isMore }: SearchGroup): string {
  const number = total.toLocaleString('en-GB')
  return isMore ? `more than ${number}` : number
}

export const searchPage = (q: string, kind?: SearchKind) => withQuery(pages.search, { q, kind })
