import type { Edition } from '../../../api/contract/editions.ts'
import type { RankedTechnology } from '../../../api/contract/ranking.ts'
import { dateLabel, listed } from '../../shared/words.ts'
import { Cut } from './Cut.tsx'
import type { SecondFit } from './fits.ts'
import type { PaperGiven } from './use-paper.ts'

/** What is recommended, with owner and date. */
export function PaperRecommendations({ given, fit }: { given: PaperGiven; fit: SecondFit }) {
  const { edition, first } = given
  return (
    <section>
      <h2>Recommendations</h2>
      {edition.recommendations.length === 0 && <p>None.</p>}
      <ol>
        {edition.recommendations.map((one) => (
          <li key={`${one.text} ${one.owner}`}>
            <Cut text={one.text} most={fit.most} /> For: {aboutWhich(one, first, fit)}. Owner: <b>{one.owner}</b>, by{' '}
            <b>{dateLabel(one.by)}</b>.
          </li>
        ))}
      </ol>
    </section>
  )
}

type Recommendation = Edition['recommendations'][number]

/** Where there is little room, those on the radar by the number that they have there. */
function aboutWhich(
  { technologies }: Recommendation,
  first: readonly RankedTechnology[],
  { byPlace, most }: SecondFit,
) {
  const placed = (id: string) => (byPlace ? first.find((row) => row.id === id)?.place : undefined)
  const numbers = technologies.flatMap(({ id }) => placed(id) ?? []).map(String)
  const names = technologies.filter(({ id }) => placed(id) === undefined).map(({ name }) => name)
  const named = most !== null && names.length > 0 ? [`${names.length} more, named in the edition`] : names
  const onRadar =
    numbers.length > 0 ? [`${numbers.length === 1 ? 'number' : 'numbers'} ${listed(numbers)} on the radar`] : []
  return listed([...onRadar, ...named])
}
