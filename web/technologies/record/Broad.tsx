import type { Technology } from '../../../api/contract/technologies.ts'
import { type Breadth, breadthOf, broadShare } from '../../../api/technologies/breadth.ts'
import { useSpecialisms } from '../../shared/queries.ts'

const why: Record<Breadth, string> = {
  'has-parts': 'It has parts that are technologies of their own.',
  'many-specialisms': `It is likely for more than ${broadShare * 100} in 100 specialisms.`,
}

/** Warns that a broad technology scores higher for being broad. */
export function BroadWarning({ parts, specialisms }: { parts: number; specialisms: number }) {
  const all = useSpecialisms().data?.total ?? 0
  const breadth = breadthOf(parts, specialisms, all)
  if (!breadth) return null
  return (
    <div className="offing-callout offing-callout--warning" role="note">
      <p>
        <strong>This is broad.</strong> {why[breadth]} The more services something touches, the higher it scores: beside
        narrower ones it will stand higher for being broad. Consider rating its parts instead.
      </p>
    </div>
  )
}

export const BroadTechnology = ({ technology }: { technology: Technology }) => (
  <BroadWarning parts={technology.parts.length} specialisms={technology.specialisms.length} />
)
