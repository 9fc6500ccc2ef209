import type { Comparison } from '../../../api/contract/comparison.ts'

/** Whether it can be said yet, or at all, which movements are real. */
export function Progress({ chances: { state, progress } }: Pick<Comparison, 'chances'>) {
  if (state === 'ready')
    return (
      <p className="offing-quiet offing-measure">
        A technology is said to have moved up or down only if it stands in another group, and the chance that this is
        real, and not only a matter of who answered, is 9 in 10 or more. That the years go by is no movement.
      </p>
    )
  if (state === 'working')
    return (
      <p role="status">
        <progress className="offing-changes__progress" max={1} value={progress} aria-label="Working out what moved" />
        Working out which movements are real: {Math.round(100 * progress)}% done. All else is here already.
      </p>
    )
  return (
    <p className="offing-callout offing-callout--slim">
      {state === 'too-few'
        ? 'Too few people have answered in one of the two to say which movements are real, so none is called clear.'
        : 'So many technologies are in both that it is not worked out which movements are real, and none is called clear.'}
    </p>
  )
}
