import type { Request, Response } from 'express'
import type { Settings } from '../settings.ts'

const session = 'offing_session'

/** Behind TLS the cookie is bound to this host alone by its name, and never sent in the clear. */
export function isSecure(settings: Settings): boolean {
  return settings.origin?.startsWith('https:') ?? false
}

function nameOf(plainName: string, settings: Settings): string {
  return isSecure(settings) ? `__Host-${plainName}` : plainName
}

function optionsOf(settings: Settings) {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(settings), path: '/' } as const
}

/** The value under the one name that is given out: under the other, a page of a neighbouring host could have set it. */
export function cookieOf(req: Request, settings: Settings, plainName: string): string | undefined {
  const wanted = nameOf(plainName, settings)
  for (const part of req.headers.cookie?.split(';') ?? []) {
    const [name, value] = part.trim().split('=')
    if (name === wanted) return value
  }
  return undefined
}

/** Sets a cookie that no script reads and that no other site's request but a plain link carries. */
export function setCookie(res: Response, settings: Settings, plainName: string, value: string, ends: Date): void {
  res.cookie(nameOf(plainName, settings), value, { ...optionsOf(settings), expires: ends })
}

export function clearCookie(res: Response, settings: Settings, plainName: string): void {
  res.clearCookie(nameOf(plainName, settings), optionsOf(settings))
}

export function sessionToken(req: Request, settings: Settings): string | undefined {
  return cookieOf(req, settings, session)
}

export function setSessionCookie(res: Response, settings: Settings, token: string, expiresAt: string): void {
  setCookie(res, settings, session, token, new Date(expiresAt))
}

export function clearSessionCookie(res: Response, settings: Settings): void {
  clearCookie(res, settings, session)
}
