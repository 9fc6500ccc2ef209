import type { Import, ImportKind } from '../../api/contract/imports.ts'
import { spreadsheets } from '../../api/contract/media.ts'
import type { Visitor } from './test-registry.ts'

/** Sends a file and waits until it has been looked at. */
export async function look(
  who: Visitor,
  kind: ImportKind,
  file: string | Buffer,
  { name = 'list.csv', type = spreadsheets.csv as string } = {},
): Promise<Import> {
  const sent = who.post(`/imports?kind=${kind}&name=${encodeURIComponent(name)}`).set('Content-Type', type)
  return lookedAt(who, (await sent.send(file as string).expect(201)).body.id)
}

export async function lookedAt(who: Visitor, id: string): Promise<Import> {
  for (;;) {
    const { body } = await who.get(`/imports/${id}`).expect(200)
    if (body.state !== 'reading') return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export function enter(who: Visitor, { id, version }: Import, whole = false) {
  return who.post(`/imports/${id}/enter`, { whole }).set('If-Match', `"${version}"`)
}

/** So many rows that are technologies, with these changed. */
export function technologyRows(rows: number, changed: Record<number, Record<string, string>> = {}): string {
  const headings = [
    'Name',
    'Description',
    'Category',
    'Specialisms',
    'TRL',
    'Kind of evidence',
    'Evidence',
    'Date',
    'Happened or planned',
    'Source',
    'Publisher',
    'Source type',
  ]
  const lines = Array.from({ length: rows }, (_, i) => {
    const row: Record<string, string> = {
      Name: `Technology ${i + 1}`,
      Description: `What it is, of ${i + 1}`,
      Category: 'Wearables and sensors',
      Specialisms: 'Cardiac science; genomics',
      TRL: '5',
      'Kind of evidence': 'trial',
      Evidence: 'It works.',
      Date: '12/03/2025',
      'Happened or planned': 'happened',
      Source: 'A trial',
      Publisher: 'A journal',
      'Source type': 'research',
      ...changed[i + 1],
    }
    return headings.map((heading) => `"${row[heading]!.replaceAll('"', '""')}"`).join(',')
  })
  return [headings.join(','), ...lines].join('\r\n')
}

export function signalRows(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => `Signal ${i},Register,R${i},2026-03-12`)
  return ['Title,Source,Record,Date', ...lines].join('\n')
}
