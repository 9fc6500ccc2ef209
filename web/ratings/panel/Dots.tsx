import type { PanelView } from '../../../api/contract/panel-view.ts'
import type { Queue } from '../../../api/contract/ratings.ts'
import { bandLabel } from '../../shared/words.ts'

type Spread = NonNullable<PanelView['here']['impact']>

/** One dot an answer over 1 to 9, the middle half shaded, the reader's own number marked by a ring and a word. */
export function ImpactDots({ spread, mine }: { spread: Spread; mine: number | null }) {
  const columns = spread.distribution.map((dots, i) => ({
    key: i,
    name: String(i + 1),
    dots,
    isMine: mine === i + 1,
    isMiddle: i + 1 >= spread.lower && i + 1 <= spread.upper,
  }))
  return <Dots columns={columns} says="How many gave each number, from 1 to 9" />
}

/** The same over the four spans of years. */
export function ArrivalDots({
  counts,
  bands,
  mine,
}: {
  counts: readonly number[]
  bands: Queue['bands']
  mine: number | null
}) {
  const columns = counts.map((dots, i) => ({
    key: i,
    name: bandLabel(bands[i]!),
    dots,
    isMine: mine === i,
    isMiddle: false,
  }))
  return <Dots columns={columns} says="How many named each span of years" />
}

interface Column {
  key: number
  name: string
  dots: number
  isMine: boolean
  isMiddle: boolean
}

/** A table that looks like a chart: its cells say the numbers, the dots draw them. */
function Dots({ columns, says }: { columns: readonly Column[]; says: string }) {
  return (
    <table className="offing-dots">
      <caption className="nhsuk-u-visually-hidden">{says}</caption>
      <tbody>
        <tr>
          {columns.map(({ key, dots, isMiddle }) => (
            <td key={key} className={isMiddle ? 'offing-dots__middle' : undefined}>
              <span aria-hidden="true">{drawn(dots)}</span>
              <span className="nhsuk-u-visually-hidden">{dots}</span>
            </td>
          ))}
        </tr>
        <tr>
          {columns.map(({ key, name, isMine }) => (
            <th key={key} scope="col" className={isMine ? 'offing-dots__mine' : undefined}>
              {name}
              {isMine && <span className="offing-block">yours</span>}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Up to eight dots; more are a number beside one. */
const drawn = (dots: number) => (dots > 8 ? `●×${dots}` : '●'.repeat(dots))
