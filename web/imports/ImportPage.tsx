import '../shared/forms/forms.scss'
import './imports.scss'
import { Link, useParams } from 'react-router'
import type { Import } from '../../api/contract/imports.ts'
import { pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import { Discard } from './Discard.tsx'
import { EnterRows } from './EnterRows.tsx'
import { useImport } from './queries.ts'
import { RadarMapping } from './RadarMapping.tsx'
import { RowLists } from './RowLists.tsx'
import { kindNames, sizeInWords, summaryOf } from './words.ts'

/** One file: how far it was read, what was found in it, and the press that enters it. */
export default function ImportPage() {
  const { import: id = '' } = useParams()
  const query = useImport(id)
  useTitle(query.data?.fileName ?? 'Import')
  return (
    <>
      <WorkbenchTabs />
      <Loaded query={query} what="this import" missing="import" isPage>
        {(it) => <Found it={it} />}
      </Loaded>
    </>
  )
}

function Found({ it }: { it: Import }) {
  const may = useMay(it.kind === 'ratings' ? 'ratings.import' : 'imports.write')
  const looked = it.state === 'checked' || it.state === 'entered'
  return (
    <>
      <p className="offing-no-print">
        <Link to={pages.imports}>All files</Link>
      </p>
      <h1 className="nhsuk-heading-l offing-imports__name">{it.fileName}</h1>
      <p>
        {kindNames[it.kind]}
        {it.scan && ` for ${it.scan.name}`}, {sizeInWords(it.fileSize)}, sent by {it.addedBy ?? 'somebody who has left'}{' '}
        on {dateLabel(it.addedAt)}. {it.notes.join(' ')}
      </p>
      <div role="status">{<Progress it={it} />}</div>
      {it.state === 'failed' && (
        <div className="offing-callout offing-callout--warning">
          <h2 className="nhsuk-heading-s">This file cannot be used</h2>
          <p>{it.failure}</p>
        </div>
      )}
      {it.earlier && it.state !== 'entered' && (
        <div className="offing-callout">
          <p>
            This very file was entered on {dateLabel(it.earlier.enteredAt)} by{' '}
            {it.earlier.enteredBy ?? 'somebody who has left'}.
          </p>
        </div>
      )}
      {looked && may && <EnterRows it={it} />}
      {looked && it.staged && it.missing.length === 0 && <RowLists it={it} />}
      {looked && it.staged && it.radar && <RadarMapping key={it.version} it={it} may={may && it.state === 'checked'} />}
      {looked && it.staged && !it.radar && <ColumnTable it={it} may={may && it.state === 'checked'} />}
      {it.state === 'entered' && !it.staged && (
        <p className="offing-quiet">Which rows these were is no longer kept; what was entered is in the registry.</p>
      )}
      {may && it.staged && it.state !== 'entering' && <Discard it={it} />}
    </>
  )
}

function Progress({ it }: { it: Import }) {
  if (it.state === 'reading')
    return (
      <p>
        Reading and checking: {count(it.rowsRead, 'row')} so far.{' '}
        <progress className="offing-imports__progress" aria-label="Read so far" value={it.share || undefined} max={1} />
      </p>
    )
  if (it.state === 'entering') return <p>Entering {count(it.counts.good, 'row')} … This takes some seconds.</p>
  if (it.state === 'failed' || it.missing.length > 0) return null
  return <p className="nhsuk-heading-s">{summaryOf(it)}</p>
}
