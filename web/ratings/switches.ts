import { useCallback, useState } from 'react'

export interface Switch {
  on: boolean
  change: (on: boolean) => void
}

/** A habit of this browser: on until somebody switches it off. */
function useSwitch(name: string): Switch {
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

/** Whether single keys answer. */
export const useKeysSwitch = () => useSwitch('offing-answer-keys')

/** Whether the page goes on to the next item by itself once an item is answered. */
export const useAdvanceSwitch = () => useSwitch('offing-answer-advance')
