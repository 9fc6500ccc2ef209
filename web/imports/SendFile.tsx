import { type ChangeEvent, type DragEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Import, ImportKind } from '../../api/contract/imports.ts'
import { largestImport, spreadsheets } from '../../api/contract/media.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { RequestProblem, sendFile } from '../shared/api-client.ts'
import { useImportChanged } from './queries.ts'
import { kindNames, sizeInWords } from './words.ts'

/** Says what a file brings, and takes it: by a button, or dropped. Nothing is entered by sending it. */
export function SendFile() {
  const { get, change } = useAddress()
  const kinds = useKinds()
  const kind = kinds.find((one) => one === get('kind')) ?? kinds[0]!
  const { send, sending, wrong } = useSending(kind)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file, corrected meanwhile, may be chosen again.
    event.target.value = ''
    if (file) void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) void send(file)
  }
  return (
    <section aria-label="Bring a file in" className="offing-imports__send">
      <p className="nhsuk-u-reading-width">
        Send a spreadsheet. It is read and checked row by row, and you see all that was found in it before anything is
        entered.
      </p>
      <fieldset className="nhsuk-fieldset nhsuk-form-group">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">What does the file bring?</legend>
        <div className="nhsuk-radios nhsuk-radios--inline nhsuk-radios--small">
          {kinds.map((one) => (
            <div className="nhsuk-radios__item" key={one}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                name="kind"
                id={`kind-${one}`}
                checked={one === kind}
                onChange={() => change({ kind: one })}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`kind-${one}`}>
                {kindNames[one]}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <Templates kind={kind} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shorter way of choosing it */}
      <div className="offing-imports__drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label className="nhsuk-label" htmlFor="import-file">
          Choose a file, or drop one here
        </label>
        <div className="nhsuk-hint">
          CSV of at most {sizeInWords(largestImport.csv)}, or an Excel workbook (XLSX) of at most{' '}
          {sizeInWords(largestImport.xlsx)}
        </div>
        <input id="import-file" type="file" accept=".csv,.tsv,.txt,.xlsx" disabled={sending !== ''} onChange={choose} />
      </div>
      <div role="status">
        {sending && (
          <p>
            Sending {sending} … <progress aria-label="Sending the file" />
          </p>
        )}
      </div>
      {wrong && (
        <div className="offing-callout offing-callout--warning" role="alert">
          <h2 className="nhsuk-heading-s">This file was not taken</h2>
          <p>{wrong}</p>
        </div>
      )}
    </section>
  )
}

function useKinds(): ImportKind[] {
  const may = { registry: useMay('imports.write') }
  return may.registry ? ['technologies', 'signals'] : []
}

function Templates({ kind }: { kind: ImportKind }) {
  return (
    <p>
      Begin with an empty list of {kind}: <a href={link(paths.importTemplateWorkbook, { kind })}>for Excel (XLSX)</a> or{' '}
      <a href={link(paths.importTemplateCsv, { kind })}>as CSV</a>. Your own headings will do as well: you can say what
      each column holds.
    </p>
  )
}

function useSending(kind: ImportKind) {
  const [sending, setSending] = useState('')
  const [wrong, setWrong] = useState('')
  const navigate = useNavigate()
  const changed = useImportChanged()
  const send = async (file: File) => {
    const type = /\.xlsx$/i.test(file.name) ? spreadsheets.xlsx : spreadsheets.csv
    const largest = type === spreadsheets.xlsx ? largestImport.xlsx : largestImport.csv
    if (file.size > largest) return setWrong(`It is larger than ${sizeInWords(largest)}.`)
    setWrong('')
    setSending(file.name)
    try {
      const name = file.name.slice(0, 300)
      const { id } = await sendFile<Import>(withQuery(link(paths.imports, {}), { kind, name }), file, type)
      await changed()
      await navigate(pageLink(pages.import, { import: id }))
    } catch (error) {
      setWrong(
        error instanceof RequestProblem ? error.problem.detail : 'The server did not answer. Please send it again.',
      )
    } finally {
      setSending('')
    }
  }
  return { send, sending, wrong }
}
