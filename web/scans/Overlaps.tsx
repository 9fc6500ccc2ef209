import type { Overlap } from '../../api/scans/overlaps.ts'
import { listed } from '../shared/words.ts'

interface Props {
  overlaps: readonly Overlap[]
  nameOf: (slug: string) => string
}

/** Warns that specialisms of one scan overlap, so that the same services may be counted twice. Nothing where none do. */
export function Overlaps({ overlaps, nameOf }: Props) {
  if (overlaps.length === 0) return null
  const pairs = overlaps.map(({ a, b }) => `${nameOf(a)} with ${nameOf(b)}`)
  return (
    <div className="offing-callout offing-callout--warning" role="status">
      <p>
        Specialisms of this scan overlap: {listed(pairs)}. The same services may then answer twice and count twice. Keep
        one of each pair, unless their services differ.
      </p>
    </div>
  )
}
