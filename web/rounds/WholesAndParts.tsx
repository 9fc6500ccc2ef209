import type { AskedTechnologies, Round } from '../../api/contract/rounds.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { listed } from '../shared/words.ts'
import { useAskedTechnologies } from './queries.ts'

/** Warns where a round asks about a whole and about parts of it: the whole scores higher for being broad. */
export function WholesAndParts({ items }: { items: AskedTechnologies['items'] }) {
  const parts = items.filter(({ partOf }) => partOf !== null)
  const wholes = new Map(parts.map(({ partOf }) => [partOf!.slug, partOf!.name]))
  if (wholes.size === 0) return null
  const partsOf = (slug: string) =>
    parts.filter(({ partOf }) => partOf!.slug === slug).map((one) => one.technology.name)
  return (
    <div className="offing-callout offing-callout--warning" role="note">
      <p>
        <strong>A whole and its part are both asked about.</strong> The whole touches more services, so it will stand
        higher for being broad, and the same change is counted twice. Consider asking about one of the two:
      </p>
      <ul>
        {[...wholes].map(([slug, name]) => (
          <li key={slug}>
            {name}, and of it {listed(partsOf(slug))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same, of one that is about to be asked about. */
export function WholeAndPart({ technology, round }: { technology: Technology; round: Round }) {
  const asked = useAskedTechnologies(round).data?.items ?? []
  const related = [...technology.parts, ...(technology.partOf ? [technology.partOf] : [])]
  const here = related.filter(({ slug }) => asked.some((one) => one.technology.slug === slug))
  if (here.length === 0) return null
  return (
    <p className="offing-callout offing-callout--warning" role="note">
      The round asks about {listed(here.map(({ name }) => name))} already, which is{' '}
      {technology.parts.length > 0 ? 'a part of it' : 'the whole that it belongs to'}: the same change would be counted
      twice, and the broader of the two stand higher for being broad.
    </p>
  )
}
