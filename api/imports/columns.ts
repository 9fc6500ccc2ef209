import type { Field } from './fields.ts'

/** The first rows may hold a title or a note. */
const rowsSearched = 10

/** Which row holds the headings (from 0), and which field each of its columns holds; null for one that is not read. */
export interface Headings {
  at: number
  fields: (string | null)[]
}

/** Finds the headings in a file's first rows: the row in which most columns are known; the first filled one where none is. */
export function findHeadings(rows: readonly (readonly string[])[], fields: readonly Field[]): Headings {
  const matched = rows.slice(0, rowsSearched).map((row) => matchColumns(row, fields))
  const known = matched.map((row) => row.filter((field) => field !== null).length)
  const most = Math.max(0, ...known)
  const firstFilled = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const at = most > 0 ? known.indexOf(most) : Math.max(0, firstFilled)
  return { at, fields: matched[at] ?? [] }
}

/** The field of each heading, whatever its case, accents and punctuation; each field is found once. */
export function matchColumns(headings: readonly string[], fields: readonly Field[]): (string | null)[] {
  const taken = new Set<string>()
  const byTitle = new Map(fields.flatMap((one) => [one.title, one.field].map((name) => [plain(name), one.field])))
  const bySynonym = new Map(fields.flatMap((one) => one.headings.map((name) => [name, one.field])))
  const found: (string | null)[] = headings.map(() => null)
  // What a heading says by its very name goes before what it may mean.
  for (const names of [byTitle, bySynonym])
    headings.forEach((heading, i) => {
      const field = names.get(plain(heading))
      if (found[i] !== null || field === undefined || taken.has(field)) return
      taken.add(field)
      found[i] = field
    })
  return found
}

/** Letters and digits alone, small and without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
