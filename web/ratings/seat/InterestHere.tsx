import { useFocusOnChange } from '../../shared/use-focus-on-change.ts'
import type { Item } from '../sitting.ts'
import { useSitting } from '../use-sitting.ts'
import { useSeatWrite, withInterestIn } from './use-seat-write.ts'

/** Declares an interest in the technology of this item, in one press. */
export function InterestHere({ item }: { item: Item }) {
  const { seat } = useSitting().queue
  const { declare, failure } = useSeatWrite(seat)
  const { slug } = item.technology
  const isDeclared = seat.declaration?.technologies.some((one) => one.slug === slug) ?? false
  const said = useFocusOnChange<HTMLSpanElement>(isDeclared)
  if (isDeclared)
    return (
      <span className="offing-quiet" tabIndex={-1} ref={said}>
        You have declared an interest in this.
      </span>
    )
  return (
    <>
      <button
        type="button"
        className="offing-link-button"
        onClick={() => void declare(withInterestIn(seat.declaration, slug))}
      >
        I have an interest in this
      </button>
      {failure && <span role="alert">{failure}</span>}
    </>
  )
}
