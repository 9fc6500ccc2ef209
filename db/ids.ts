import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562): sorts by the time it was made. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Gives ids as `newId` does, each greater than the one before: in the 12 bits after the time they count (RFC 9562, 6.2, method 1). Many
 * rows that are written together then stand together, in their order.
 */
export function idsInOrder(at: number): () => string {
  let [time, counted] = [at, -1]
  let chance = Buffer.alloc(0)
  let used = 0
  return () => {
    if (++counted > 0xfff) [time, counted] = [time + 1, 0]
    if (used === chance.length) [chance, used] = [randomBytes(8 * 1024), 0]
    const end = chance.toString('hex', used, used + 8)
    used += 8
    const start = time.toString(16).padStart(12, '0')
    const variant = ((Number.parseInt(end[0]!, 16) & 0x3) | 0x8).toString(16)
    const count = (0x7000 | counted).toString(16)
    return `${start.slice(0, 8)}-${start.slice(8)}-${count}-${variant}${end.slice(1, 4)}-${end.slice(4)}`
  }
}

/** Whether a reference from an address is an id rather than a slug. */
export function isId(reference: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(reference)
}
