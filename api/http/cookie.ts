import type { Request, Response } from 'express'
import type { Settings } from '../settings.ts'

/** Behind TLS the cookie is bound to this host alone by its name, and never sent in the clear. */
function isSecure(settings: Settings): boolean {
  return settings.origin?.startsWith('https:') ?? false
}

const plainName = 'offing_session'
const secureName = `__Host-${plainName}`

export function sessionToken(req: Request): string | undefined {
  for (const part of req.headers.cookie?.split(';') ?? []) {
    const [name, value] = part.trim().split('=')
    if (name === plainName || name === secureName) return value
  }
  return undefined
}

export function setSessionCookie(res: Response, settings: Settings, token: string, expiresAt: string): void {
  const secure = isSecure(settings)
  res.cookie(secure ? secureName : plainName, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    expires: new Date(expiresAt),
  })
}

export function clearSessionCookie(res: Response, settings: Settings): void {
  const secure = isSecure(settings)
  res.clearCookie(secure ? secureName : plainName, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}
