import { useEffect } from 'react'
import { askBeforeGoingBack } from './going-back.ts'

const question = 'What you entered here is not saved yet. Leave this page without saving it?'

/**
 * Asks before somebody leaves a page with something unsaved on it: by a link, by going back, or by closing the tab.
 * `onLeave` lets go of what was typed.
 */
export function useLeaveGuard(unsaved: boolean, onLeave: () => void) {
  useEffect(() => {
    if (!unsaved) return
    const leave = () => {
      const leaves = window.confirm(question)
      if (leaves) onLeave()
      return leaves
    }
    return guard(leave)
  }, [unsaved, onLeave])
}

function guard(leave: () => boolean) {
  const here = positionInHistory()
  const address = window.location.pathname
  let returning = false

  const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
  const click = (event: MouseEvent) => {
    if (!leadsElsewhere(event, address) || leave()) return
    event.preventDefault()
    event.stopPropagation()
  }
  // The browser has gone back already when it says so: where somebody wants to stay, go forward again.
  const mayGoBack = () => {
    if (returning) {
      returning = false
      return false
    }
    if (window.location.pathname === address || leave()) return true
    returning = true
    window.history.go(here - positionInHistory())
    return false
  }

  window.addEventListener('beforeunload', beforeUnload)
  document.addEventListener('click', click, true)
  const stopAsking = askBeforeGoingBack(mayGoBack)
  return () => {
    stopAsking()
    window.removeEventListener('beforeunload', beforeUnload)
    document.removeEventListener('click', click, true)
  }
}

/** Where in the history of this tab the router has put the present page. */
const positionInHistory = () => Number(window.history.state?.idx ?? 0)

function leadsElsewhere(event: MouseEvent, from: string): boolean {
  const link = (event.target as Element).closest?.('a')
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
  if (!link || elsewhere || link.target === '_blank') return false
  return link.origin === window.location.origin && link.pathname !== from
}
