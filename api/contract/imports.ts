import { mostParts, radarTools } from '../imports/radar/radar.ts'
import { lengths, line, partialDate, prose, reference, requiredLine, webAddress } from './text.ts'
import { z } from './z.ts'

/** What a file brings. */
export const ImportKind = z.enum(['technologies', 'signals', 'ratings']).openapi('ImportKind')

/** `reading` until every row was checked; a restart of the server forgets what has not been entered. */
export const ImportState = z.enum(['reading', 'checked', 'entering', 'entered', 'failed']).openapi('ImportState')

const most = 200

/** A column of the file as it was found: what it is headed, which field it holds (null: it is not read), and what stands in it. */
export const ImportColumn = z.strictObject({
  heading: z.string(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
})

/** A field that a column may hold. */
export const ImportField = z.strictObject({
  field: z.string(),
  title: z.string(),
  required: z.boolean(),
  hint: z.string(),
})

/** Rows by what becomes of them: new, here already (`differing` of these say something else), or not usable. */
export const ImportCounts = z.strictObject({
  rows: z.int(),
  good: z.int(),
  known: z.int(),
  differing: z.int(),
  bad: z.int(),
  problems: z.int(),
})

const slugsOfSpecialisms = () => z.array(reference()).max(100)

/**
 * What the parts of another tool's radar are here: the category of each quadrant, with the specialisms that its entries may affect where they are
 * not those for all; the readiness that a ring stands for, if any; and the radar itself, as the source of what it says.
 */
export const RadarMappingRequest = z
  .strictObject({
    quadrants: z
      .array(z.strictObject({ name: z.string(), category: reference(), specialisms: slugsOfSpecialisms().default([]) }))
      .max(mostParts),
    rings: z
      .array(z.strictObject({ name: z.string(), readiness: z.int().min(1).max(9).nullable().default(null) }))
      .max(mostParts),
    specialisms: slugsOfSpecialisms().default([]),
    source: z.strictObject({
      title: requiredLine(),
      publisher: line().default(''),
      webAddress: webAddress().nullable().default(null),
    }),
  })
  .openapi('RadarMappingRequest')

const radarPart = z.strictObject({ name: z.string(), entries: z.int() })

/** One file and what was found in it. `share` is how much of it was read, 0 to 1. */
export const Import = z
  .strictObject({
    id: z.string(),
    kind: ImportKind,
    form: z.string(),
    state: ImportState,
    fileName: z.string(),
    fileSize: z.int(),
    fileDigest: z.string(),
    /** The scan that ratings are for. */
    scan: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    addedBy: z.string().nullable(),
    addedAt: z.string(),
    rowsRead: z.int(),
    share: z.number(),
    /** How the file was read: its encoding, what stands between its cells, its sheet. */
    notes: z.array(z.string()),
    headingRow: z.int().nullable(),
    columns: z.array(ImportColumn),
    /** What every row needs and no column holds: as long as there is any, rows are not looked at. */
    missing: z.array(z.string()),
    fields: z.array(ImportField),
    /** Where the file is a radar of another tool: its parts, and what they were said to be. */
    radar: z
      .strictObject({
        tool: z.enum(radarTools),
        title: z.string(),
        quadrants: z.array(radarPart),
        rings: z.array(radarPart),
        mapping: RadarMappingRequest.nullable(),
      })
      .nullable(),
    counts: ImportCounts,
    /** When this very file was entered before. */
    earlier: z.strictObject({ id: z.string(), enteredAt: z.string(), enteredBy: z.string().nullable() }).nullable(),
    /** Why it could not be read or entered; empty where nothing went wrong. */
    failure: z.string(),
    enteredAt: z.string().nullable(),
    enteredBy: z.string().nullable(),
    /** Whether its rows can still be looked at: until it is discarded or the server is restarted. */
    staged: z.boolean(),
    version: z.int(),
  })
  .openapi('Import')

export const ImportList = z
  .strictObject({ items: z.array(Import), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('ImportList')

/** What is wrong in a row, or how one that is here already differs. `found` is what stands there, 200 characters at most. */
export const ImportFinding = z.strictObject({ column: z.string(), found: z.string(), detail: z.string() })

/** A row that is not new. `here` is the slug of the technology that it is, where it is one. */
export const ImportRow = z
  .strictObject({ row: z.int(), name: z.string(), here: z.string().nullable(), findings: z.array(ImportFinding) })
  .openapi('ImportRow')

export const ImportRowList = z
  .strictObject({ items: z.array(ImportRow), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('ImportRowList')

/** Which field each column holds, in the file's order; null for a column that is not read. */
export const ImportColumnsRequest = z
  .strictObject({ fields: z.array(z.string().max(60).nullable()).max(most) })
  .openapi('ImportColumnsRequest')

/** `whole` refuses the file as long as it holds a row that cannot be used; otherwise the rows that can be are entered. */
export const EnterImportRequest = z.strictObject({ whole: z.boolean().default(false) }).openapi('EnterImportRequest')

/** A signal as a file brings it. */
export const SignalRow = z.strictObject({
  title: requiredLine(),
  text: prose(10_000),
  webAddress: webAddress().nullable(),
  dated: partialDate().nullable(),
  organisation: line(),
  status: line(),
  identifiers: z.array(line(lengths.name)).max(50),
  source: line(lengths.name),
  record: line(lengths.search),
})

export const ofImport = z.strictObject({ import: reference() })

export type RadarMappingRequest = z.infer<typeof RadarMappingRequest>
export type ImportKind = z.infer<typeof ImportKind>
export type ImportState = z.infer<typeof ImportState>
export type ImportColumn = z.infer<typeof ImportColumn>
export type ImportField = z.infer<typeof ImportField>
export type ImportCounts = z.infer<typeof ImportCounts>
export type Import = z.infer<typeof Import>
export type ImportList = z.infer<typeof ImportList>
export type ImportFinding = z.infer<typeof ImportFinding>
export type ImportRow = z.infer<typeof ImportRow>
export type ImportRowList = z.infer<typeof ImportRowList>
export type SignalRow = z.infer<typeof SignalRow>
