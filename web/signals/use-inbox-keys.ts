import { useEffect, useRef } from 'react'

/** What each single key does; null where it does nothing just now. */
export type Keys = Readonly<Record<string, (() => void) | null>>

/** Single keys, except while somebody types or a key is held down; switched off they all do nothing. */
export function useInboxKeys(on: boolean, keys: Keys) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      const isOther = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      if (isOther || event.repeat || at.matches(typedInto) || at.closest('dialog')) return
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

const typedInto = 'textarea, select, input:not([type="radio"], [type="checkbox"])'
