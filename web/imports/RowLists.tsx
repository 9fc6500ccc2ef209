import { Link } from 'react-router'
import type { Import, ImportRow, ImportRowList } from '../../api/contract/imports.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { useAddress } from '../shared/address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { useImportRows } from './queries.ts'

const pageSize = 50
const titles = { bad: 'Rows that cannot be used', known: 'Rows that are here already' } as const
type List = keyof typeof titles

/** The rows that are not new, one list at a time: with every reason, or with what they say otherwise. */
export function RowLists({ it }: { it: Import }) {
  const { get } = useAddress()
  const lists = (['bad', 'known'] as const).filter((list) => it.counts[list] > 0)
  const list: List | undefined = lists.find((one) => one === get('list')) ?? lists[0]
  if (!list) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">{titles[list]}</h2>
      <Other lists={lists.filter((one) => one !== list)} it={it} />
      {list === 'bad' ? <BadRowFiles it={it} /> : <Known it={it} />}
      <Rows it={it} list={list} />
    </>
  )
}

function Other({ lists, it }: { lists: List[]; it: Import }) {
  const { linkWith } = useAddress()
  return lists.map((list) => (
    <p key={list} className="offing-no-print">
      <Link to={linkWith({ list, cursor: null })} preventScrollReset>
        Show the {count(it.counts[list], 'row')} that {list === 'bad' ? 'cannot be used' : 'are here already'}
      </Link>
    </p>
  ))
}

function BadRowFiles({ it }: { it: Import }) {
  const address = { import: it.id }
  return (
    <p className="offing-no-print">
      Take these rows with the reasons <a href={link(paths.importBadRowsWorkbook, address)}>for Excel (XLSX)</a> or{' '}
      <a href={link(paths.importBadRowsCsv, address)}>as CSV</a>, correct them there, and send that file.
    </p>
  )
}

function Known({ it }: { it: Import }) {
  return (
    <p className="nhsuk-u-reading-width">
      Nothing that is in the registry is changed by a file.{' '}
      {it.counts.differing > 0 &&
        `${count(it.counts.differing, 'row says', 'rows say')} something else than the registry.`}
    </p>
  )
}

function Rows({ it, list }: { it: Import; list: List }) {
  const { get } = useAddress()
  const query = useImportRows(it.id, it.version, { list, cursor: get('cursor'), limit: pageSize })
  return (
    <Loaded query={query} what="the rows">
      {(found) => <RowTable found={found} list={list} />}
    </Loaded>
  )
}

function RowTable({ found, list }: { found: ImportRowList; list: List }) {
  const { has, linkWith } = useAddress()
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="offing-scroll" aria-label={titles[list]} tabIndex={0}>
        <table className="offing-table offing-imports__rows">
          <caption className="nhsuk-u-visually-hidden">{titles[list]}</caption>
          <thead>
            <tr>
              <th scope="col" className="offing-number">
                Row
              </th>
              <th scope="col">Name</th>
              <th scope="col">{list === 'bad' ? 'What to correct' : 'What differs'}</th>
            </tr>
          </thead>
          <tbody>
            {found.items.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <nav className="offing-row offing-no-print" aria-label="Pages of rows">
        {has('cursor') && (
          <Link to={linkWith({ cursor: null })} preventScrollReset>
            First page
          </Link>
        )}
        {found.nextCursor && (
          <Link to={linkWith({ cursor: found.nextCursor })} preventScrollReset>
            Next page
          </Link>
        )}
      </nav>
    </>
  )
}

function Row({ row }: { row: ImportRow }) {
  return (
    <tr>
      <td className="offing-number">{row.row.toLocaleString('en-GB')}</td>
      <th scope="row">
        {row.here ? <Link to={pageLink(pages.technology, { technology: row.here })}>{row.name}</Link> : row.name || '–'}
      </th>
      <td>
        {row.findings.length === 0 && 'Nothing'}
        <ul>
          {row.findings.map(({ column, found, detail }) => (
            <li key={`${column} ${detail}`}>
              <strong>{column}</strong>: {detail}
              {found && <span className="offing-quiet"> The file says: {found}</span>}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
