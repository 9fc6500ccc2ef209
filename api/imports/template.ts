import type { Field } from './fields.ts'

/** An empty list to fill in: the headings alone, so that nothing made up can be sent by mistake. */
export function templateTable(fields: readonly Field[]): string[][] {
  return [fields.map(({ title }) => title)]
}

/** For the second sheet: what each column holds. */
export function explanationTable(fields: readonly Field[]): string[][] {
  return [
    ['Column', 'Needed', 'What to write', 'Understood as well'],
    ...fields.map(({ title, required, hint, headings }) => [title, required ? 'yes' : '', hint, headings.join(', ')]),
  ]
}

/** For the third: words of the registry that may stand in some of them. */
export function wordsTable(categories: readonly string[], specialisms: readonly string[]): string[][] {
  const rows = Array.from({ length: Math.max(categories.length, specialisms.length) }, (_, i) => [
    categories[i] ?? '',
    specialisms[i] ?? '',
  ])
  return [['Categories', 'Specialisms'], ...rows]
}
