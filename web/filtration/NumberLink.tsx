import { Link } from 'react-router'
import { useAddress } from '../shared/address.ts'
import { numberInWords } from './words.ts'

/** A number that leads to what is behind it. */
export function NumberLink({
  value,
  asked,
}: {
  value: number
  asked: Parameters<typeof numberInWords>[0] & { owner?: string; origin?: string }
}) {
  const { linkWith } = useAddress()
  const shown = value.toLocaleString('en-GB')
  if (value === 0) return shown
  const { stage, fate = null, reason = null, owner = null, origin = null } = asked
  return (
    <Link
      to={linkWith({ stage, fate, reason, owner, origin, cursor: null })}
      aria-label={`${shown}, ${numberInWords(asked)}`}
      preventScrollReset
    >
      {shown}
    </Link>
  )
}
