import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Precondition } from '../precondition.ts'
import { Refusal, repeated } from '../refusal.ts'

/** What If-Match or If-None-Match say the sender has seen. */
export function preconditionOf(req: Request): Precondition {
  const match = req.get('if-match')
  const noneMatch = req.get('if-none-match')
  if (match === undefined && noneMatch === undefined) return { kind: 'none' }
  if (match === undefined) {
    if (noneMatch === '*') return { kind: 'nothing' }
    throw badHeader('If-None-Match', 'A write takes “If-None-Match: *” only, to create.', noneMatch)
  }
  if (match.trim() === '*') return { kind: 'any' }
  const tags = match.split(',').map((tag) => tag.trim())
  if (!tags.every((tag) => /^(W\/)?"[^"]*"$/.test(tag)))
    throw badHeader('If-Match', 'Send the ETag as it was given, with its quotes.', match)
  // A weak tag never matches strongly (RFC 9110, 8.8.3.2).
  const versions = tags.flatMap((tag) => /^"(\d{1,15})(?:-[\w-]*)?"$/.exec(tag)?.[1] ?? []).map(Number)
  return { kind: 'versions', versions }
}

/** The Idempotency-Key of a POST, with a digest of what was asked, so that a key is never used for two requests. */
export function onceOf(req: Request): { key: string; requestDigest: string } | undefined {
  const key = req.get('idempotency-key')
  if (key === undefined || req.method !== 'POST') return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw badHeader('Idempotency-Key', 'It must be 1 to 200 visible ASCII characters.', key)
  // A file as a list of its bytes would be several times as long.
  const body = req.body instanceof Uint8Array ? sha256(req.body) : (req.body ?? null)
  const asked = JSON.stringify([req.method, req.originalUrl, req.get('if-match') ?? null, body])
  return { key, requestDigest: sha256(asked) }
}

const sha256 = (what: string | Uint8Array) => createHash('sha256').update(what).digest('hex')

function badHeader(header: string, detail: string, sent: unknown): Refusal {
  const said = `${detail} You sent ${repeated(sent)}.`
  return new Refusal('unparsable', said, { errors: [{ header, detail: said }] })
}
