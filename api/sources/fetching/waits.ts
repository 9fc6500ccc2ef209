/** Milliseconds to wait after each failed attempt but the last: growing, so that a source in trouble is left in peace. */
const waits = [2_000, 10_000, 30_000] as const
export const mostAttempts = waits.length + 1

/** No longer wait is held out; the source is read again when it is next due. */
export const longestWait = 120_000

/** How long to wait after so many attempts; null to give up. A source that names a time is given it. */
export function waitAfter(attempts: number, asked: number | null): number | null {
  const usual = waits[attempts - 1]
  if (usual === undefined) return null
  const wait = asked === null || asked < usual ? usual : asked
  return wait > longestWait ? null : wait
}

/** Retry-After in milliseconds from `now` (milliseconds since 1970): seconds or a date (RFC 9110, 10.2.3); null where it says nothing. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : at > now ? at - now : 0
}

/** Whether asking again may help. */
export const isPassing = (status: number): boolean => [408, 425, 429, 500, 502, 503, 504].includes(status)
