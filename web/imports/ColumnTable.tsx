import { useEffect, useState } from 'react'
import type { Import } from '../../api/contract/imports.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useWrite } from '../shared/use-write.ts'
import { useImportChanged } from './queries.ts'

/** What each column was taken for, and what stands in it; changed here, the file is checked again without sending it anew. */
export function ColumnTable({ it, may }: { it: Import; may: boolean }) {
  const [fields, setFields] = useState(() => it.columns.map(({ field }) => field))
  useEffect(() => setFields(it.columns.map(({ field }) => field)), [it.columns])
  const { write, state, sending } = useWrite<Import>()
  const [refused, setRefused] = useState('')
  const changed = useImportChanged()
  const isChanged = fields.some((field, i) => field !== it.columns[i]?.field)
  const check = async () => {
    if (sending) return
    setRefused('')
    const url = link(paths.importColumns, { import: it.id })
    const outcome = await write({ method: 'PUT', url, body: { fields }, tag: `"${it.version}"` })
    if (outcome.kind === 'refused') setRefused(outcome.problem.detail)
    await changed()
  }
  const put = (at: number, field: string | null) =>
    setFields(fields.map((one, i) => (i === at ? field : one === field && field !== null ? null : one)))
  const unread = it.columns.filter(({ field }) => field === null).length
  return (
    <section aria-labelledby="columns">
      <h2 className="nhsuk-heading-m" id="columns">
        Columns
      </h2>
      <p>
        The headings stand in row {it.headingRow}.{' '}
        {unread > 0 && `${unread === 1 ? 'One column is' : `${unread} columns are`} not read: nothing here matches.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="offing-scroll" aria-label="Columns of the file" tabIndex={0}>
        <table className="offing-table">
          <caption className="nhsuk-u-visually-hidden">Columns of the file</caption>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Taken for</th>
              <th scope="col">What stands in it</th>
            </tr>
          </thead>
          <tbody>
            {it.columns.map(({ heading, samples }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns keep their place, and may have one heading twice
              <tr key={i}>
                <th scope="row">{heading || `Column ${i + 1}`}</th>
                <td>
                  {may ? (
                    <select
                      className="nhsuk-select"
                      aria-label={`Column ${heading || i + 1} holds`}
                      value={fields[i] ?? ''}
                      onChange={(event) => put(i, event.target.value || null)}
                    >
                      <option value="">Not read</option>
                      {it.fields.map(({ field, title, required }) => (
                        <option key={field} value={field}>
                          {title}
                          {required && ' (needed)'}
                        </option>
                      ))}
                    </select>
                  ) : (
                    (it.fields.find(({ field }) => field === it.columns[i]?.field)?.title ?? 'Not read')
                  )}
                </td>
                <td className="offing-quiet offing-imports__samples">{samples.filter(Boolean).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {refused && <p role="alert">{refused}</p>}
      {state === 'not-confirmed' && <NotConfirmed />}
      {may && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          aria-disabled={sending || !isChanged}
          onClick={() => isChanged && void check()}
        >
          Check the file again
        </button>
      )}
    </section>
  )
}
