import { type RefObject, useEffect, useRef } from 'react'

export interface Keys {
  /** The page is about to go: its keys do nothing. */
  isLeaving: RefObject<boolean>
  /** One letter or figure was pressed: true where it means something here. */
  onLetter: (letter: string) => boolean
  onPrevious: () => void
  onNext: () => void
  onEnter: () => void
}

/** Answers by single keys, except while somebody types, or where a control needs the key itself. */
export function useAnswerKeys(on: boolean, keys: Keys) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (handled(event, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

function handled(event: KeyboardEvent, keys: Keys): boolean {
  const at = event.target as HTMLElement
  // A key held down answers one item, not all that follow.
  if (isTypedInto(at) || at.closest('dialog') || event.repeat || keys.isLeaving.current) return false
  if (event.key === 'Enter') return !hasOwnUse(at) && done(keys.onEnter)
  if (event.key === 'ArrowLeft') return done(keys.onPrevious)
  if (event.key === 'ArrowRight') return done(keys.onNext)
  return event.key.length === 1 && keys.onLetter(event.key.toLowerCase())
}

function done(act: () => void): boolean {
  act()
  return true
}

const isTypedInto = (at: HTMLElement) => at.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
/** Enter presses links and buttons, and sends the form from a field of its own accord. */
const hasOwnUse = (at: HTMLElement) => at.closest('a, button, summary, input, select, textarea') !== null
