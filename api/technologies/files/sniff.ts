import type { AttachmentMedia } from './media.ts'

/** Why these bytes are not what they are said to be, as the end of a sentence; undefined where they are. */
export function whyNot(media: AttachmentMedia, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'it is empty'
  const start = starts[media]
  if (start) return start.some((mark) => beginsWith(bytes, mark)) ? undefined : 'its content is something else'
  const folder = officeFolders[media]
  return folder ? whyNotOffice(bytes, folder) : whyNotText(bytes)
}

type Of<T> = Partial<Record<AttachmentMedia, T>>

const starts: Of<number[][]> = {
  'application/pdf': [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  'image/png': [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  'image/jpeg': [[0xff, 0xd8, 0xff]],
}

const officeFolders: Of<string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word/',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xl/',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'ppt/',
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

/** An Office file is a ZIP file; only its list of names is read, and nothing is inflated. */
function whyNotOffice(bytes: Uint8Array, folder: string): string | undefined {
  const names = namesInZip(bytes)
  if (!names?.includes('[Content_Types].xml') || !names.some((name) => name.startsWith(folder)))
    return 'its content is something else'
  return names.some((name) => /vbaProject|macrosheets|activeX/i.test(name)) ? 'it holds macros' : undefined
}

const mostNames = 5000
const latin = new TextDecoder('latin1')

/** The names in a ZIP file's list of entries (PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16); undefined where there is none. */
function namesInZip(bytes: Uint8Array): string[] | undefined {
  if (!beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return undefined
  const end = endOfZip(bytes)
  if (end < 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const total = view.getUint16(end + 10, true)
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < total && n < mostNames; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const length = view.getUint16(at + 28, true)
    names.push(latin.decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** Where the last record of a ZIP file begins; it is 22 bytes long, and a note of at most 65,535 follows. */
function endOfZip(bytes: Uint8Array): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at--)
    if (beginsWith(bytes.subarray(at, at + 4), [0x50, 0x4b, 0x05, 0x06])) return at
  return -1
}

/** Text is UTF-8 or an older one-byte code: without control characters, and not a picture or program in disguise. */
function whyNotText(bytes: Uint8Array): string | undefined {
  const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d
  if (bytes.some(isControl) || beginsWith(bytes, [0xff, 0xd8]) || beginsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return 'it is no plain text (save it as UTF-8)'
  return undefined
}
