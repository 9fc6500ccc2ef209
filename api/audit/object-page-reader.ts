import type { NamedObject } from '../../db/audit-names.ts'
import { pageLink, pages } from '../contract/paths.ts'

type PageOf = (...keys: string[]) => string

const pageOfKind: Readonly<Record<string, PageOf>> = {
  account: (account = '') => pageLink(pages.oneAccount, { account }),
  technology: (technology = '') => pageLink(pages.technology, { technology }),
  evidence: (technology = '') => pageLink(pages.technology, { technology }),
  outcome: (technology = '') => pageLink(pages.technology, { technology }),
  'technology-note': (technology = '') => pageLink(pages.technology, { technology }),
  scan: (scan = '') => pageLink(pages.scan, { scan }),
  round: (scan = '', number = '') => pageLink(pages.round, { scan, number }),
  panellist: (scan = '') => pageLink(pages.panel, { scan }),
  review: (scan = '', technology = '', specialism = '') => pageLink(pages.review, { scan, technology, specialism }),
  edition: (edition = '') => pageLink(pages.edition, { edition }),
  source: (source = '') => pageLink(pages.source, { source }),
  'outside-list': (list = '') => pageLink(pages.outsideList, { list }),
  specialism: (specialism = '') => pageLink(pages.specialism, { specialism }),
}

/** The page of what was acted on; null where it has none, or is gone. */
export function pageOf(kind: string, named: NamedObject | undefined): string | null {
  return (named && pageOfKind[kind]?.(...named.keys.map(String))) ?? null
}
