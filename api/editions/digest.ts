import { createHash } from 'node:crypto'
import type { Part } from './frozen.ts'

/** A part of an edition with the SHA-256 of its kind, key and content. */
export interface SealedPart extends Part {
  digest: string
}

export function seal(part: Part): SealedPart {
  return { ...part, digest: digestOfPart(part) }
}

export function digestOfPart({ kind, key, content }: Part): string {
  return sha256(JSON.stringify([kind, key, content]))
}

/** SHA-256 over the digests of all parts, by kind and key: none can be altered, added or taken out unnoticed. */
export function digestOfEdition(parts: readonly SealedPart[]): string {
  const lines = parts.map(({ kind, key, digest }) => JSON.stringify([kind, key, digest]))
  return sha256(lines.sort().join('\n'))
}

/** The parts whose content is not what their digest says. */
export function alteredParts(parts: readonly SealedPart[]): SealedPart[] {
  return parts.filter((part) => digestOfPart(part) !== part.digest)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
