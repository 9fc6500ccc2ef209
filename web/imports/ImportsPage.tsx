import '../shared/forms/forms.scss'
import './imports.scss'
import { Link } from 'react-router'
import type { Import, ImportList } from '../../api/contract/imports.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel } from '../shared/words.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { useImports } from './queries.ts'
import { SendFile } from './SendFile.tsx'
import { kindNames, stateNames, summaryOf } from './words.ts'

const pageSize = 50

/** Brings files in, and shows what was brought in before. */
export default function ImportsPage() {
  useTitle('Import')
  const { get } = useAddress()
  const query = useImports({ cursor: get('cursor'), limit: pageSize })
  return (
    <>
      <WorkbenchTabs />
      <h1 className="nhsuk-heading-l">Import</h1>
      <DoneBefore />
      {useMay('imports.send') && <SendFile />}
      <h2 className="nhsuk-heading-m">Files so far</h2>
      <Loaded query={query} what="the files so far">
        {(list) => <Files list={list} />}
      </Loaded>
    </>
  )
}

function Files({ list }: { list: ImportList }) {
  const { has, linkWith } = useAddress()
  if (list.items.length === 0) return <Empty title="No file has been brought in yet" />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="offing-scroll" aria-label="Files so far" tabIndex={0}>
        <table className="offing-table">
          <caption className="nhsuk-u-visually-hidden">Files so far</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Brings</th>
              <th scope="col">State</th>
              <th scope="col">Rows</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((it) => (
              <FileRow key={it.id} it={it} />
            ))}
          </tbody>
        </table>
      </section>
      <nav className="offing-row offing-no-print" aria-label="Pages">
        {has('cursor') && <Link to={linkWith({ cursor: null })}>First page</Link>}
        {list.nextCursor && <Link to={linkWith({ cursor: list.nextCursor })}>Next page</Link>}
      </nav>
    </>
  )
}

function FileRow({ it }: { it: Import }) {
  const looked = it.state === 'checked' || it.state === 'entered'
  return (
    <tr>
      <th scope="row" className="offing-imports__name">
        <Link to={pageLink(pages.import, { import: it.id })}>{it.fileName}</Link>
      </th>
      <td>{kindNames[it.kind]}</td>
      <td>{stateNames[it.state]}</td>
      <td>{looked ? summaryOf(it) : '–'}</td>
      <td>
        {it.enteredBy ?? it.addedBy ?? 'Somebody who has left'}, {dateLabel(it.enteredAt ?? it.addedAt)}
      </td>
    </tr>
  )
}
