import type { ImportColumn, ImportCounts, ImportKind } from '../contract/imports.ts'
import type { Form } from './form.ts'
import type { RadarMapping } from './radar/blip-rows.ts'
import type { FoundRadar } from './radar/radar.ts'

/** What a thread is told to do: look at a file, or enter what was found good in it. */
export type ImportTask = CheckTask | EnterTask

interface AnyTask {
  kind: ImportKind
  /** The registry's file, and that in which the import is put aside. */
  registry: string
  staging: string
  /** Id of the scan that ratings are for. */
  scan: string | null
}

export interface CheckTask extends AnyTask {
  act: 'check'
  file: string
  form: Form
  /** Which field each column holds, where somebody has said so. */
  fields: (string | null)[] | null
  /** What the parts of a radar are here, where somebody has said so. */
  mapping: RadarMapping | null
  by: { account: string; at: string }
}

export interface EnterTask extends AnyTask {
  act: 'enter'
  by: { account: string; at: string; once?: { key: string; requestDigest: string } | undefined }
  whole: boolean
  facts: {
    id: string
    form: string
    fileName: string
    fileDigest: string
    fileSize: number
    rows: number
    scan: string | null
  }
}

/** What was found in a file. */
export interface Checked {
  notes: string[]
  /** From 1. */
  headingRow: number
  columns: ImportColumn[]
  /** Of a radar: what it is made of. */
  radar: FoundRadar | null
  /** Titles of fields that every row needs and no column holds: then no row was looked at. */
  missing: string[]
  counts: ImportCounts
}

/** What a thread says: how far it is, then one of the others. */
export type ImportReply =
  | { said: 'progress'; rows: number; share: number }
  | { said: 'checked'; checked: Checked }
  | { said: 'entered'; counts: { entered: number; known: number; bad: number } }
  /** A sentence for people: the file cannot be read, or not be entered as asked. */
  | { said: 'refused'; detail: string }
