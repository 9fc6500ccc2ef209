import type { PreviewRow } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { listed } from '../shared/words.ts'

/** The rows of a spreadsheet as they were read, with what is wrong in each and what is worth knowing. */
export function PreviewTable({ scan, rows }: { scan: Scan; rows: readonly PreviewRow[] }) {
  const names = new Map(scan.specialisms.map(({ slug, name }) => [slug, name]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label="What is in the spreadsheet" tabIndex={0}>
      <table className="offing-table offing-preview">
        <caption className="nhsuk-u-visually-hidden">What is in the spreadsheet</caption>
        <thead>
          <tr>
            <th scope="col" className="offing-number">
              Row
            </th>
            <th scope="col">Name</th>
            <th scope="col">Email address</th>
            <th scope="col">Specialisms</th>
            <th scope="col">To note</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="offing-number">{row.row}</td>
              <th scope="row">{row.name || '–'}</th>
              <td>{row.email}</td>
              <td>{listed(row.specialisms.map((slug) => names.get(slug) ?? slug))}</td>
              <td>
                <Notes row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Notes({ row }: { row: PreviewRow }) {
  return (
    <ul>
      {row.errors.map(({ column, detail }) => (
        <li className="offing-preview__wrong" key={`${column} ${detail}`}>
          Error in row {row.row}, column {column}: {detail}
        </li>
      ))}
      {row.warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  )
}
