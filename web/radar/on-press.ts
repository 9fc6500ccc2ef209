import type { KeyboardEvent } from 'react'

/** What Enter and the space bar do on a button that is none of HTML's. */
export function onPress(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
}
