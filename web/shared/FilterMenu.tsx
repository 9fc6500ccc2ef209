import { useEffect, useId, useRef } from 'react'
import type { Choice } from './choice.ts'

interface Props {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** How many are chosen is said after the label, unless this says it better. */
  summary?: string
}

/** A filter with many values, folded away: any number may be ticked. Escape and a press elsewhere close it. */
export function FilterMenu({ label, choices, chosen, onChange, summary }: Props) {
  const id = useId()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const toggle = (value: string, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((one) => (one === value ? on : chosen.includes(one))))

  return (
    <details className="offing-menu" ref={menu}>
      <summary>{summary ?? (chosen.length > 0 ? `${label} (${chosen.length})` : label)}</summary>
      <fieldset className="offing-menu__panel">
        <legend className="nhsuk-u-visually-hidden">{label}</legend>
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          {choices.map(({ value, label: name }) => (
            <div className="nhsuk-checkboxes__item" key={value}>
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={`${id}-${value}`}
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${id}-${value}`}>
                {name}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  )
}

function useClosing(menu: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current
      if (!element?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        if (element.contains(document.activeElement)) element.querySelector('summary')?.focus()
      } else if (element.contains(event.target as Node)) return
      element.open = false
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [menu])
}
