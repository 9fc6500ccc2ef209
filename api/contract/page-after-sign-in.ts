import { pages } from './paths.ts'

/** Stands for whatever host the registry has: only what comes after it counts. */
const here = 'https://offing.invalid'
/** As much of an address as a cookie can carry. */
const longest = 1500

const patterns = Object.values(pages).map((page) => new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`))

/**
 * The page that was asked for, if it is one of ours, and the radar otherwise: neither an address elsewhere nor one of the programming
 * interface may ride on a sign-in, and the sign-in pages lead nowhere.
 */
export function pageAfterSignIn(next: string | null | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next) || !URL.canParse(next, here)) return pages.radar
  const { origin, pathname, search, hash } = new URL(next, here)
  const isOurs = origin === here && patterns.some((pattern) => pattern.test(pathname)) && !isSignIn(pathname)
  const page = pathname + search + hash
  return isOurs && page.length <= longest ? page : pages.radar
}

function isSignIn(pathname: string): boolean {
  return pathname === pages.welcome || pathname === pages.signIn || pathname.startsWith(`${pages.signIn}/`)
}
