import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { SearchAnswer, SearchHit } from '../../api/contract/search.ts'
import { withQuery } from '../shared/address.ts'
import { count } from '../shared/words.ts'
import { Marked } from './Marked.tsx'
import { addressOf, kindNames, searchPage } from './words.ts'

interface Props {
  /** What the ids of the list and of its options begin with. */
  id: string
  q: string
  query: UseQueryResult<SearchAnswer>
  /** Which hit, counted over all kinds; -1 is none. */
  chosen: number
  maySearchInbox: boolean
  onChoose: (address: string) => void
}

/** What is found while somebody types, by kind. It does not take the focus from the field. */
export function Suggested({ id, q, query, chosen, maySearchInbox, onChoose }: Props) {
  const groups = (query.data?.groups ?? []).filter(({ hits }) => hits.length > 0)
  const hits = groups.flatMap((group) => group.hits)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen >= 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on the list must not take the focus from the field, which would close it first.
    <div className="offing-suggested" ref={list} onMouseDown={(event) => event.preventDefault()} role="presentation">
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Found in the registry"
        aria-busy={query.isFetching || undefined}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`}>
            <div className="offing-suggested__kind" id={`${id}-${group.kind}`} role="presentation">
              {kindNames[group.kind]}
            </div>
            {group.hits.map((hit) => {
              const at = hits.indexOf(hit)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field, which keeps the focus
                <div
                  key={hit.id}
                  id={`${id}-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === chosen}
                  className="offing-suggested__hit"
                  onClick={() => onChoose(addressOf(hit))}
                >
                  <Option hit={hit} />
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p className="offing-suggested__state" role="status">
        {stateInWords(q, query, hits.length)}
      </p>
      {hits.length > 0 && (
        <Link
          className="offing-suggested__all"
          to={searchPage(q)}
          tabIndex={-1}
          onClick={() => onChoose(searchPage(q))}
        >
          All results for “{q}”
        </Link>
      )}
      {maySearchInbox && query.isSuccess && hits.length === 0 && (
        <p className="offing-suggested__else">
          <Link to={withQuery(pages.signals, { q, state: 'all' })}>Look in the inbox</Link> or{' '}
          <Link to={withQuery(pages.enterTechnology, { name: q })}>enter it as a technology</Link>
        </p>
      )}
    </div>
  )
}

function Option({ hit }: { hit: SearchHit }) {
  const { found, title, alias, excerpt, technology, archived } = hit
  const isTechnology = found !== 'evidence' && found !== 'signal'
  return (
    <>
      <strong>
        <Marked segments={title} />
      </strong>
      {archived && <span className="offing-quiet"> ({found === 'signal' ? 'dismissed' : 'archived'})</span>}
      {found === 'alias' && alias && (
        <small>
          Also called <Marked segments={alias} />
        </small>
      )}
      {!isTechnology && technology && <small>{technology.name}</small>}
      {found !== 'alias' && (
        <small className="offing-suggested__excerpt">
          <Marked segments={excerpt} />
        </small>
      )}
    </>
  )
}

function stateInWords(q: string, query: UseQueryResult<SearchAnswer>, shown: number): string {
  if (query.isError) return 'The search did not answer. Press Enter to try again on a page of its own.'
  if (!query.data) return 'Searching …'
  return shown === 0 ? `No match for “${q}”` : `${count(shown, 'match', 'matches')} shown`
}
