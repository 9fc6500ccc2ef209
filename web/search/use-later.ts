import { useEffect, useState } from 'react'

/** In milliseconds: shorter than the pause between two keys of who types slowly, longer than of who types fast. */
const pause = 120

/** A value as it was once it has rested for a moment; nothing at all comes at once. */
export function useLater(value: string): string {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), value === '' ? 0 : pause)
    return () => clearTimeout(timer)
  }, [value])
  return later
}
