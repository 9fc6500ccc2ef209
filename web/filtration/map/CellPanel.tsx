import { Link } from 'react-router'
import type { Coverage } from '../../../api/contract/filtration.ts'
import { pages } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import { useAddress, withQuery } from '../../shared/address.ts'
import { useFocusOnChange } from '../../shared/use-focus-on-change.ts'
import { dateLabel } from '../../shared/words.ts'
import { bandChoices, cellInWords, type Row } from './cells.ts'
import { NoteOfLooking } from './NoteOfLooking.tsx'

interface Props {
  coverage: Coverage
  rows: Row[]
}

/** The place that the address names: what is there, by when it is expected, and who looked. */
export function CellPanel({ coverage, rows }: Props) {
  const { get, linkWith } = useAddress()
  const [s, c] = [get('specialism'), get('category')]
  const heading = useFocusOnChange<HTMLHeadingElement>(`${s} ${c}`)
  const row = rows.find(({ specialism }) => specialism.slug === s)
  const category = coverage.categories.find(({ slug }) => slug === c)
  const mayWrite = useMay('filtration.write')
  if (!row || !category) return null
  const cell = row.cells[coverage.categories.indexOf(category)]!
  const { specialism } = row
  return (
    <section className="offing-callout offing-no-print" aria-labelledby="place">
      <h2 className="nhsuk-heading-s" id="place" tabIndex={-1} ref={heading}>
        {specialism.name}, {category.name}
      </h2>
      <p>
        {sentence(cellInWords(cell))}.{' '}
        {cell.state === 'has' && (
          <Link to={withQuery(pages.technologies, { specialism: specialism.slug, category: category.slug })}>
            See the technologies
          </Link>
        )}
      </p>
      {cell.state === 'has' && <ByBand coverage={coverage} at={{ specialism, category }} />}
      {cell.note && (
        <p>
          <strong>{cell.note.writtenBy}</strong> looked, {dateLabel(cell.note.writtenAt)}: {cell.note.text}
        </p>
      )}
      {mayWrite && (
        <NoteOfLooking
          key={`${s} ${c}`}
          scan={coverage.scan.slug}
          at={{ specialism: s, category: c }}
          note={cell.note}
        />
      )}
      <p>
        <Link to={linkWith({ specialism: null, category: null })} preventScrollReset>
          Close
        </Link>
      </p>
    </section>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function ByBand({
  coverage,
  at,
}: {
  coverage: Coverage
  at: { specialism: Coverage['specialisms'][number]; category: Coverage['categories'][number] }
}) {
  const [s, c] = [coverage.specialisms.indexOf(at.specialism), coverage.categories.indexOf(at.category)]
  const counts = coverage.counts.filter((count) => count[0] === s && count[1] === c)
  return (
    <ul className="nhsuk-list offing-quiet">
      {bandChoices(coverage).flatMap(({ value, label }) => {
        const found = counts.find(([, , band]) => String(band) === value)
        return found ? <li key={value}>{`${label}: ${found[3] + found[4] + found[5]}`}</li> : []
      })}
    </ul>
  )
}
