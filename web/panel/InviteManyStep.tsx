import { type ChangeEvent, useState } from 'react'
import { Link } from 'react-router'
import { spreadsheets } from '../../api/contract/media.ts'
import type { InviteManyResponse, PanelPreview } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { Step } from '../scans/Step.tsx'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { RequestProblem, sendFile } from '../shared/api-client.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useWrite } from '../shared/use-write.ts'
import { count } from '../shared/words.ts'
import { back } from './PanelStep.tsx'
import { PreviewTable } from './PreviewTable.tsx'

interface Props {
  scan: Scan
  onDone: (said: string) => void
}

const mostBytes = 2 * 1024 * 1024

type Reading =
  | { state: 'none' | 'reading' }
  | { state: 'wrong'; detail: string }
  | { state: 'read'; preview: PanelPreview }

/** Invites many people at once: a spreadsheet is read, shown with all that is wrong in it, and only then written. */
export function InviteManyStep({ scan, onDone }: Props) {
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file, corrected meanwhile, may be chosen again.
    event.target.value = ''
    if (!file) return
    setReading({ state: 'reading' })
    setReading(await readingOf(scan, file))
  }
  const template = { scan: scan.slug }
  return (
    <Step title={`Invite people to the panel of ${scan.name}`} back={back}>
      <p className="nhsuk-u-reading-width">
        Choose a spreadsheet with three columns: Name, Email address and Specialisms (several between semicolons).
        Nothing is written before you have seen what is in it.
      </p>
      <p>
        Begin with an empty one: <a href={link(paths.panelTemplateWorkbook, template)}>for Excel (XLSX)</a> or{' '}
        <a href={link(paths.panelTemplateCsv, template)}>as CSV</a>.
      </p>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="spreadsheet">
          Spreadsheet (XLSX or CSV, at most 2 MB)
        </label>
        <input id="spreadsheet" type="file" accept=".csv,.xlsx" onChange={(event) => void choose(event)} />
      </div>
      <div role="status">
        {reading.state === 'reading' && <p>Reading the spreadsheet …</p>}
        {reading.state === 'read' && <p>{summaryOf(reading.preview)}</p>}
      </div>
      {reading.state === 'wrong' && <Wrong detail={reading.detail} />}
      {reading.state === 'read' && <Preview scan={scan} preview={reading.preview} onDone={onDone} />}
    </Step>
  )
}

async function readingOf(scan: Scan, file: File): Promise<Reading> {
  if (file.size > mostBytes)
    return { state: 'wrong', detail: 'It is larger than 2 MB. Save the three columns alone in a new spreadsheet.' }
  const type = /\.csv$/i.test(file.name) ? spreadsheets.csv : spreadsheets.xlsx
  try {
    const preview = await sendFile<PanelPreview>(link(paths.panelPreview, { scan: scan.slug }), file, type)
    return { state: 'read', preview }
  } catch (error) {
    const detail =
      error instanceof RequestProblem
        ? error.problem.detail
        : 'The server did not answer. Please choose the file again.'
    return { state: 'wrong', detail }
  }
}

function summaryOf({ total, ready, newAccounts }: PanelPreview): string {
  const wrong = total - ready
  return [
    `${count(total, 'row')} read, ${ready} without errors.`,
    wrong > 0 ? `${count(wrong, 'row')} cannot be used: correct the spreadsheet and choose it again.` : '',
    newAccounts > 0 ? `${count(newAccounts, 'person', 'people')} will get an account.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Wrong({ detail }: { detail: string }) {
  return (
    <div className="offing-callout offing-callout--warning" role="alert">
      <h2 className="nhsuk-heading-s">This spreadsheet cannot be used</h2>
      <p>{detail}</p>
    </div>
  )
}

function Preview({ scan, preview, onDone }: Props & { preview: PanelPreview }) {
  const { linkWith } = useAddress()
  const { write, state, sending } = useWrite<InviteManyResponse>()
  const [refused, setRefused] = useState('')
  const changed = useScanChanged()
  const ready = preview.rows.filter(({ errors }) => errors.length === 0)
  const invite = async () => {
    if (sending) return
    setRefused('')
    const rows = ready.map(({ name, email, specialisms }) => ({ name, email, specialisms }))
    const url = link(paths.panelBulk, { scan: scan.slug })
    const outcome = await write({ method: 'POST', url, body: { rows } })
    if (outcome.kind === 'refused') setRefused(outcome.problem.detail)
    if (outcome.kind !== 'saved') return
    await changed()
    const { invited, newAccounts } = outcome.value
    onDone(`${count(invited, 'person is', 'people are')} on the panel, ${newAccounts} of them with a new account.`)
  }
  return (
    <>
      <PreviewTable scan={scan} rows={preview.rows} />
      {refused && <Wrong detail={refused} />}
      {state === 'not-confirmed' && <NotConfirmed />}
      <div className="offing-row offing-form-end">
        {ready.length > 0 && (
          <button type="button" className="nhsuk-button" aria-disabled={sending} onClick={() => void invite()}>
            Put {count(ready.length, 'row')} on the panel{ready.length < preview.total && ', leaving out the others'}
          </button>
        )}
        <Link to={linkWith({ act: null })}>Cancel</Link>
      </div>
    </>
  )
}
