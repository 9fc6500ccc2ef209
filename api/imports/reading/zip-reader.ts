import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export class TooLarge extends Error {}

const marks = { entry: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const
const mostEntries = 2000

interface Entry {
  name: Buffer
  content: Buffer
}

/**
 * A ZIP file packed anew from what its own list of entries holds, which is at most `mostBytes` once unpacked: whoever reads it next
 * unpacks no more. Sizes that the file declares are not believed; entries may overlap, and each counts. It is packed lightly
 * rather than not at all, because a reader that unpacks piece by piece then has pieces.
 * Throws TooLarge, or an Error for what is no ZIP file. (PKWARE APPNOTE 6.3, 4.3; no ZIP64, no encryption.)
 */
export function repacked(bytes: Uint8Array, mostBytes: number): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  let left = mostBytes
  for (const { name, method, start, packed } of listedIn(file)) {
    const content = inflated(file.subarray(start, start + packed), method, left)
    left -= content.length
    entries.push({ name, content })
  }
  return packedAgain(entries)
}

function* listedIn(file: Buffer) {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1) throw new Error('not a ZIP file')
  const total = file.readUInt16LE(end + 10)
  if (total > mostEntries) throw new TooLarge()
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < total; n++) {
    if (file.readUInt32LE(at) !== marks.listed) throw new Error('not an entry')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    if (file.readUInt32LE(local) !== marks.entry) throw new Error('not an entry')
    yield {
      name: file.subarray(at + 46, at + 46 + nameLength!),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      start: local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
    }
    at += 46 + nameLength! + extraLength! + noteLength!
  }
}

function inflated(packed: Buffer, method: number, most: number): Buffer {
  if (packed.length > 0 && most <= 0) throw new TooLarge()
  if (method === 0 && packed.length <= most) return packed
  if (method === 0) throw new TooLarge()
  if (method !== 8) throw new Error('an unknown compression')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : error
  }
}

function packedAgain(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content: whole } of entries) {
    const content = deflateRawSync(whole, { level: 1 })
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(whole), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(whole.length, 18)
    facts.writeUInt16LE(name.length, 22)
    parts.push(mark(marks.entry), facts, name, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(mark(marks.listed), Buffer.from([20, 0]), facts, rest, name)
    at += 30 + name.length + content.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(
    list.reduce((length, part) => length + part.length, 0),
    8,
  )
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...list, mark(marks.end), end])
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
