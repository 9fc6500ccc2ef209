import { useCallback, useEffect, useState } from 'react'

interface Keys {
  /** One letter or figure was pressed: true where it means something here. */
  onLetter: (letter: string) => boolean
  onPrevious: () => void
  onNext: () => void
  onSave: () => void
}

const remembered = 'offing-answer-keys'

/** Whether single keys answer: on until somebody switches them off, remembered in this browser. */
export function useKeysSwitch() {
  const [on, setOn] = useState(() => window.localStorage.getItem(remembered) !== 'off')
  const change = useCallback((next: boolean) => {
    setOn(next)
    window.localStorage.setItem(remembered, next ? 'on' : 'off')
  }, [])
  return { on, change }
}

/** Answers by single keys, except while somebody types, or where a control needs the key itself. */
export function useAnswerKeys(on: boolean, keys: Keys) {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (handled(event, keys)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, keys])
}

function handled(event: KeyboardEvent, keys: Keys): boolean {
  const at = event.target as HTMLElement
  if (isTypedInto(at)) return false
  if (event.key === 'Enter') return !hasOwnUse(at) && done(keys.onSave)
  if (event.key === 'ArrowLeft') return !isRadio(at) && done(keys.onPrevious)
  if (event.key === 'ArrowRight') return !isRadio(at) && done(keys.onNext)
  return event.key.length === 1 && keys.onLetter(event.key.toLowerCase())
}

function done(act: () => void): boolean {
  act()
  return true
}

const isRadio = (at: HTMLElement) => at.matches('input[type="radio"]')
const isTypedInto = (at: HTMLElement) => at.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
/** Enter presses links and buttons, and sends the form from a field of its own accord. */
const hasOwnUse = (at: HTMLElement) => at.closest('a, button, summary, input, select, textarea') !== null
