import { Link } from 'react-router'
import type { ListName, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { listMeanings, listNames } from '../shared/words.ts'
import '../shared/tabs.scss'

const lists = Object.keys(listNames) as ListName[]

/** The four lists with how many technologies each holds: every technology is in exactly one. */
export function ListTabs({ ranking }: { ranking: Ranking }) {
  const { linkWith } = useAddress()
  return (
    <>
      <nav className="offing-tabs" aria-label="Lists">
        <ul>
          {lists.map((list) => (
            <li key={list}>
              <Link
                to={linkWith({ list: list === 'ranked' ? null : list, sort: null, columns: null })}
                aria-current={list === ranking.list ? 'page' : undefined}
                preventScrollReset
              >
                {listNames[list]} ({ranking.counts[list].toLocaleString('en-GB')})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {ranking.list !== 'ranked' && (
        <p className="offing-quiet nhsuk-u-margin-bottom-2">{listMeanings[ranking.list]}</p>
      )}
    </>
  )
}
