import type { Form } from '../form.ts'
import type { RadarMapping } from '../radar/blip-rows.ts'
import { readCsv } from './csv-reader.ts'
import type { FileRows, Source } from './file-reader.ts'
import { type RadarRows, readRadar } from './radar-reader.ts'
import { readWorkbook } from './workbook-reader.ts'

/** What a reader may need besides the file. `today` is a day. */
export interface Reading {
  mapping: RadarMapping | null
  today: string
}

/**
 * The forms that a file may come in. To add one: a reader that gives rows of texts with a row of headings first, its name here, its media type
 * in `contract/media.ts`.
 */
const forms = {
  csv: readCsv,
  xlsx: readWorkbook,
  radar: (source: Source, { mapping, today }: Reading): Promise<RadarRows> => readRadar(source, mapping, today),
} as const satisfies Record<Form, unknown>

/** `radar` where the file is one: then what its parts are here must be said before its rows can be. */
export function readRows(
  form: Form,
  source: Source,
  reading: Reading = { mapping: null, today: '' },
): Promise<FileRows & Partial<RadarRows>> {
  return forms[form](source, reading)
}
