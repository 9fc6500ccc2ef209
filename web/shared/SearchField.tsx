import { type FormEvent, useEffect, useId, useRef, useState } from 'react'

interface Props {
  label: string
  value: string
  onSearch: (text: string) => void
}

const pause = 250

/** Searches while somebody types, a moment after the last key, so that not every letter is a request. */
export function SearchField({ label, value, onSearch }: Props) {
  const id = useId()
  const [text, setText] = useState(value)
  const sent = useRef(value)

  // The address may change by other means: going back, or clearing the filters.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    const words = text.trim()
    if (words === sent.current) return
    const timer = setTimeout(() => {
      sent.current = words
      onSearch(words)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, onSearch])

  return (
    <div className="nhsuk-form-group offing-search">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="nhsuk-input"
        type="search"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}

/** For the form around search and filters: they work at once, so that Enter must not load the page again. */
export function stay(event: FormEvent) {
  event.preventDefault()
}
