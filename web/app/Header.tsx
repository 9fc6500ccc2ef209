import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { About, Session, SignedOut } from '../../api/contract/session.ts'
import { countUnsent } from '../ratings/outbox/storage.ts'
import { useSession } from '../shared/queries.ts'
import { useWrite } from '../shared/use-write.ts'
import { count, listed, roleNames } from '../shared/words.ts'
import { Navigation } from './Navigation.tsx'

const SearchBox = lazy(() => import('../search/SearchBox.tsx'))

export function Header({ about }: { about: About | undefined }) {
  const session = useSession().data
  return (
    <header className="offing-header">
      <div className="nhsuk-width-container offing-header__inner">
        <Link to={pages.radar} className="offing-header__name">
          <strong>{about?.product ?? 'Offing'}</strong>
          <span>{about?.organisation}</span>
        </Link>
        {about?.demonstration && <strong className="offing-header__demonstration">Demonstration registry</strong>}
        {session?.actions.includes('technologies.read') && (
          <Suspense fallback={<div className="offing-header__search" />}>
            <SearchBox maySearchInbox={session.actions.includes('technologies.write')} />
          </Suspense>
        )}
        {session && <Account session={session} />}
      </div>
      {session && !session.awaits && <Navigation actions={session.actions} />}
    </header>
  )
}

function Account({ session }: { session: Session }) {
  const client = useQueryClient()
  const { write, state } = useWrite<SignedOut | undefined>()
  const signOut = async () => {
    if (!mayLeave(countUnsent(session.account.id))) return
    const outcome = await write({ method: 'DELETE', url: link(paths.session, {}) })
    if (outcome.kind === 'not-confirmed') return
    client.clear()
    // Single sign-on has a session of its own, which would sign in again at one press.
    window.location.assign((outcome.kind === 'saved' && outcome.value?.continueAt) || pages.signIn)
  }
  const { name, roles, lookAround } = session.account
  return (
    <div className="offing-header__account">
      <span>
        {lookAround && 'Looking around as '}
        <Link to={pages.account}>{name}</Link> ({listed(roles.map((role) => roleNames[role])).toLowerCase()})
      </span>
      <button type="button" onClick={signOut}>
        Sign out
      </button>
      {state === 'not-confirmed' && <span role="alert">Not confirmed: you may still be signed in.</span>}
    </div>
  )
}

/** Signing out loses no answer, but on a shared device one may want to send them first. */
function mayLeave(unsent: number): boolean {
  if (unsent === 0) return true
  const question = `${count(unsent, 'answer')} not sent yet. They stay on this device, and are sent when you sign in here again. Sign out?`
  return window.confirm(question)
}
