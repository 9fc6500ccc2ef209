import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { NotFetched } from './failure.ts'

const inflaters: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Reads a body to its end, inflating it, and gives up as soon as more than `most` bytes have come out: declared sizes lie. */
export async function readBody(body: Readable, encoding: string, most: number): Promise<Uint8Array> {
  const plain = inflated(body, encoding)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of plain) {
      size += (part as Buffer).length
      if (size > most) throw new NotFetched(`The answer is larger than ${inMegabytes(most)} MB, the most that is read.`)
      parts.push(part as Buffer)
    }
  } finally {
    body.on('error', () => {}).destroy()
    plain.destroy()
  }
  return Buffer.concat(parts)
}

function inflated(body: Readable, encoding: string): Readable {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return body
  if (!Object.hasOwn(inflaters, name)) throw new NotFetched('The answer is packed in a way that is not known.')
  // Errors of either end reach whoever reads.
  return pipeline(body, inflaters[name]!(), () => {})
}

const inMegabytes = (bytes: number) => bytes / 1_000_000
