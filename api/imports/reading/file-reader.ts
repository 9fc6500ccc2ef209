import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { DateSystem } from '../dates.ts'

/** Bytes that can be read from their beginning as often as wanted. */
export interface Source {
  size: number
  chunks(): AsyncIterable<Buffer> | Iterable<Buffer>
}

/** A row as it stands in its file; the first is row 1. Rows that hold nothing may be left out. */
export interface FileRow {
  row: number
  cells: string[]
}

/**
 * A file as rows of texts, in batches. This is the face of a form that files come in: another form (the radar of another tool) is one more
 * function `(source) => Promise<FileRows>` in `forms.ts`, which gives its entries as rows below a row of headings.
 */
export interface FileRows {
  /** How it was read, in whole sentences. */
  notes: string[]
  batches: AsyncIterable<FileRow[]>
  /** How much of the file was read so far, 0 to 1; 0 where that cannot be told. */
  share: () => number
  /** Where days may stand as numbers. */
  dates?: DateSystem
}

/** The file cannot be read. Its message is for people, in our own words: those of libraries may repeat the file. */
export class Unreadable extends Error {}

const chunkBytes = 256 * 1024

export async function sourceOfFile(path: string): Promise<Source> {
  const { size } = await stat(path)
  return { size, chunks: () => createReadStream(path, { highWaterMark: chunkBytes }) }
}

export function sourceOfBytes(bytes: Uint8Array): Source {
  return { size: bytes.length, chunks: () => [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)] }
}

export async function bytesOf(source: Source): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source.chunks()) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
