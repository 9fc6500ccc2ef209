import { lazy, Suspense } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import { SessionContext } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { useSession } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'

const KeepSending = lazy(() => import('../ratings/outbox/KeepSending.tsx'))

/** Lets signed-in people through; everybody else goes to the sign-in page, or completes their sign-in, and comes back afterwards. */
export function SignedIn() {
  const { pathname, search } = useLocation()
  return (
    <Loaded query={useSession()} what="your account" isPage>
      {(session) => {
        const next = wanted(pathname + search)
        if (!session) return <Navigate to={withQuery(pages.signIn, { next })} replace />
        if (session.awaits) return <Navigate to={withQuery(pages.secondFactor, { next })} replace />
        return (
          <SessionContext value={session}>
            {session.actions.includes('ratings.record') && (
              <Suspense>
                <KeepSending />
              </Suspense>
            )}
            <Outlet />
          </SessionContext>
        )
      }}
    </Loaded>
  )
}

const wanted = (address: string) => (address === pages.radar ? null : address)
