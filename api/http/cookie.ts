import type { Request, Response } from 'express'
import type { Settings } from '../settings.ts'

/** Behind TLS the cookie is bound to this host alone by its name, and never sent in the clear. */
export function isSecure(settings: Settings): boolean {
  return settings.origin?.startsWith('https:') ?? false
}

const plainName = 'offing_session'
const secureName = `__Host-${plainName}`

function nameOfCookie(settings: Settings): string {
  return isSecure(settings) ? secureName : plainName
}

/** The token under the one name that is given out: under the other, a page of a neighbouring host could have set it. */
export function sessionToken(req: Request, settings: Settings): string | undefined {
  const wanted = nameOfCookie(settings)
  for (const part of req.headers.cookie?.split(';') ?? []) {
    const [name, value] = part.trim().split('=')
    if (name === wanted) return value
  }
  return undefined
}

export function setSessionCookie(res: Response, settings: Settings, token: string, expiresAt: string): void {
  res.cookie(nameOfCookie(settings), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(settings),
    path: '/',
    expires: new Date(expiresAt),
  })
}

export function clearSessionCookie(res: Response, settings: Settings): void {
  const secure = isSecure(settings)
  res.clearCookie(nameOfCookie(settings), { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}
