import { Suspense, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useAbout } from '../shared/queries.ts'
import { Loading } from '../shared/states/Loading.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { PageFailed } from './PageFailed.tsx'
import { useHashTarget } from './use-hash-target.ts'

/** What surrounds every page. */
export function Layout() {
  const { pathname } = useLocation()
  const about = useAbout().data
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main, pathname)
  useHashTarget()
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Header about={about} />
      <div className="nhsuk-width-container">
        <main className="offing-main" id="main" tabIndex={-1} ref={main}>
          <PageFailed key={pathname}>
            <Suspense fallback={<Loading what="this page" />}>
              <Outlet />
            </Suspense>
          </PageFailed>
        </main>
      </div>
      <Footer />
    </>
  )
}

/** A new page starts at its top, for eyes and for screen readers; the first one is announced by the browser itself. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>, pathname: string) {
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [main, pathname])
}
