import { type ChangeEvent, useState } from 'react'
import { spreadsheets } from '../../../api/contract/media.ts'
import type { OutsideListPreview } from '../../../api/contract/outside-lists.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { RequestProblem, sendFile } from '../../shared/api-client.ts'

const mostBytes = 2 * 1024 * 1024

/** A spreadsheet in the place of pasted names: it is read by the server, and nothing of it is kept. */
export function ListFile({ onRead }: { onRead: (list: OutsideListPreview) => void }) {
  const [state, setState] = useState<'' | 'reading' | { wrong: string }>('')
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file, corrected meanwhile, may be chosen again.
    event.target.value = ''
    if (!file) return
    setState('reading')
    const read = await readingOf(file)
    if (typeof read === 'string') return setState({ wrong: read })
    setState('')
    onRead(read)
  }
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="list-file">
        Or choose a spreadsheet (XLSX or CSV, at most 2 MB)
      </label>
      <div className="nhsuk-hint" id="list-file-hint">
        With a column headed Name, Title, Device or Technology, and perhaps one headed Description.
      </div>
      <input
        id="list-file"
        type="file"
        accept=".csv,.xlsx"
        aria-describedby="list-file-hint"
        onChange={(event) => void choose(event)}
      />
      <div role="status">{state === 'reading' && <p>Reading the spreadsheet …</p>}</div>
      {typeof state === 'object' && (
        <p className="nhsuk-error-message" role="alert">
          This spreadsheet cannot be used. {state.wrong}
        </p>
      )}
    </div>
  )
}

/** What it holds, or what is wrong with it. */
async function readingOf(file: File): Promise<OutsideListPreview | string> {
  if (file.size > mostBytes) return 'It is larger than 2 MB. Save the list alone in a new spreadsheet.'
  const type = /\.csv$/i.test(file.name) ? spreadsheets.csv : spreadsheets.xlsx
  try {
    return await sendFile<OutsideListPreview>(link(paths.outsideListPreview, {}), file, type)
  } catch (error) {
    return error instanceof RequestProblem
      ? error.problem.detail
      : 'The server did not answer. Please choose the file again.'
  }
}
