import type { Import } from '../../api/contract/imports.ts'

/** An import that has been looked at: 197 rows that can be used, and 3 that cannot. */
export function importOf(changes: Partial<Import> = {}): Import {
  return {
    id: 'one',
    kind: 'technologies',
    form: 'csv',
    state: 'checked',
    fileName: 'candidates.csv',
    fileSize: 41_200,
    fileDigest: 'd'.repeat(64),
    scan: null,
    addedBy: 'Alex Morgan',
    addedAt: '2026-11-20T10:00:00.000Z',
    rowsRead: 200,
    share: 1,
    notes: ['Read as UTF-8.', 'Read as cells between commas.'],
    headingRow: 1,
    columns: [
      { heading: 'Name', field: 'name', samples: ['Smart patch', 'Wrist monitor'] },
      { heading: 'Colour', field: null, samples: ['blue'] },
    ],
    missing: [],
    fields: [
      { field: 'name', title: 'Name', required: true, hint: '' },
      { field: 'description', title: 'Description', required: true, hint: '' },
    ],
    radar: null,
    counts: { rows: 200, good: 197, known: 0, differing: 0, bad: 3, problems: 4 },
    earlier: null,
    failure: '',
    enteredAt: null,
    enteredBy: null,
    staged: true,
    version: 1,
    ...changes,
  }
}
