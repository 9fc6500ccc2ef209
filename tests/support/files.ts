import { strFromU8, unzipSync } from 'fflate'
import type { Response, Test } from 'supertest'

/** The bytes of a file that is answered, which must be there. */
export async function bytesOf(test: Test): Promise<Buffer> {
  const { body } = await test.expect(200).buffer().parse(asBytes)
  return body
}

function asBytes(response: Response, done: (error: Error | null, body: unknown) => void) {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}

/** The texts of the parts of an Office file, by name. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(new Uint8Array(bytes))
  return new Map(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]))
}

/** Formulas in the sheets of a workbook. */
export function formulasIn(workbook: Uint8Array): string[] {
  const sheets = [...partsOf(workbook)].filter(([name]) => /worksheets\/.*\.xml$/.test(name))
  return sheets.flatMap(([, text]) => text.match(/<f[ >][^<]*/g) ?? [])
}

/** Workbooks inside an Office file: what its charts are drawn from. */
export function workbooksIn(bytes: Uint8Array): Uint8Array[] {
  return Object.entries(unzipSync(new Uint8Array(bytes))).flatMap(([name, content]) =>
    name.endsWith('.xlsx') ? [content] : [],
  )
}
