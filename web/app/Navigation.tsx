import { useEffect, useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { navigationFor } from './navigation.ts'

/** The pages that an account's roles open. On a narrow screen they stand behind a button, so that the page itself comes first. */
export function Navigation({ actions }: { actions: string[] }) {
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes with every page that is gone to
  useEffect(() => setOpen(false), [pathname])
  return (
    <nav className="offing-navigation" aria-label="Main" onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <div className="nhsuk-width-container">
        <button type="button" aria-expanded={isOpen} aria-controls="navigation" onClick={() => setOpen(!isOpen)}>
          Menu
        </button>
        <ul id="navigation" data-open={isOpen || undefined}>
          {navigationFor(actions).map(({ page, name, exact }) => (
            <li key={page}>
              <NavLink to={page} end={exact}>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
