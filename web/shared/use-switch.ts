import { useCallback, useState } from 'react'

export interface Switch {
  on: boolean
  change: (on: boolean) => void
}

/** A habit of this browser, under a name of its own: on until somebody switches it off. */
export function useSwitch(name: string): Switch {
  const [on, setOn] = useState(() => window.localStorage.getItem(name) !== 'off')
  const change = useCallback(
    (next: boolean) => {
      setOn(next)
      window.localStorage.setItem(name, next ? 'on' : 'off')
    },
    [name],
  )
  return { on, change }
}
