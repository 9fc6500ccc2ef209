import { pages } from '../../api/contract/paths.ts'

/** The page that was asked for, if it is one of ours: an address elsewhere must not ride on a sign-in. */
export function pageAfterSignIn(next: string | null): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next)) return pages.radar
  const address = new URL(next, window.location.origin)
  const isOurs = address.origin === window.location.origin && address.pathname !== pages.signIn
  return isOurs ? address.pathname + address.search + address.hash : pages.radar
}
