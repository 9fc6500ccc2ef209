import { useWatch } from 'react-hook-form'
import { count } from '../shared/words.ts'

/** Says how many words are left. A screen reader hears it only when there are too many. */
export function WordCount({ name, most }: { name: string; most: number }) {
  const text: string = useWatch({ name })
  const words = text.split(/\s+/).filter(Boolean).length
  const over = words - most
  return (
    <p className="nhsuk-hint offing-beneath-field">
      <span aria-hidden={over > 0 || undefined}>
        {words} of {most} words
      </span>
      <span role="status">{over > 0 && <strong> – {count(over, 'word')} too many</strong>}</span>
    </p>
  )
}
