import { type RefObject, useEffect } from 'react'
import { useSwitch } from '../shared/use-switch.ts'

const name = 'offing-search-key'

/** Whether "/" goes to the search. */
export const useSearchKeySwitch = () => useSwitch(name)

/** Goes to the field when "/" is pressed, except while somebody types, and where it is switched off. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement
      const isOther = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      if (event.key !== '/' || isOther || at.matches(typedInto) || at.closest('dialog')) return
      // Read at every press: the switch stands on a page of its own.
      if (window.localStorage.getItem(name) === 'off') return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [field])
}

const typedInto = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])'
