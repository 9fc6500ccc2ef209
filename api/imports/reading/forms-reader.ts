import { readCsv } from './csv-reader.ts'
import type { FileRows, Source } from './file-reader.ts'
import { readWorkbook } from './workbook-reader.ts'

/**
 * The forms that a file may come in. To add one (JSON of a radar): a reader that gives rows of texts with a row of headings first, its name
 * here, its media type in `contract/media.ts`.
 */
export const forms = { csv: readCsv, xlsx: readWorkbook } as const

export type Form = keyof typeof forms

export function readRows(form: Form, source: Source): Promise<FileRows> {
  return forms[form](source)
}
