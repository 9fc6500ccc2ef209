import { idsInOrder } from '../../db/ids.ts'
import { RegistryLookup } from '../../db/sqlite/registry-lookup.ts'
import { Staging } from '../../db/sqlite/staging.ts'
import type { ImportCounts } from '../contract/imports.ts'
import { findHeadings } from './columns.ts'
import type { Checked, CheckTask, ImportReply } from './import-task.ts'
import { type KindOfImport, kinds } from './kinds-checker.ts'
import { foundIn } from './radar/radar.ts'
import { type FileRow, sourceOfFile } from './reading/file-reader.ts'
import { readRows } from './reading/forms-reader.ts'
import { type Checker, Columns, cut } from './row-checker.ts'

/** Missing of a radar until somebody has said it. */
const whatPartsAre = 'What the quadrants and rings of the radar are here'

const headSize = 15
const sampleSize = 3

/**
 * Reads a file from its beginning to its end, in batches, and puts each row aside in a file of its own: as new, as known, or as bad with every
 * reason. Nothing is written into the registry. Throws Unreadable.
 */
export async function checkFile(task: CheckTask, tell: (reply: ImportReply) => void): Promise<Checked> {
  const kind = kinds[task.kind]
  const { mapping, by } = task
  const rows = await readRows(task.form, await sourceOfFile(task.file), { mapping, today: by.at.slice(0, 10) })
  const radar = rows.radar ? foundIn(rows.radar) : null
  const batches = rows.batches[Symbol.asyncIterator]()
  const head = await firstRows(batches)
  const headings = headingsIn(head, kind, task.fields)
  const counts: ImportCounts = { rows: 0, good: 0, known: 0, differing: 0, bad: 0, problems: 0 }
  const found = { notes: rows.notes, ...headings, radar, counts }
  if (radar && !mapping) return { ...found, missing: [whatPartsAre] }
  if (headings.missing.length > 0) return found
  const staging = new Staging(task.staging)
  const lookup = new RegistryLookup(task.registry)
  try {
    const columns = new Columns(
      headings.columns.map(({ heading }) => heading),
      headings.columns.map(({ field }) => field),
      kind.fields,
    )
    const newId = idsInOrder(Date.parse(task.by.at))
    const check = await kind.checker({
      lookup,
      staging,
      newId,
      by: task.by,
      scan: task.scan,
      columns,
      dates: rows.dates,
    })
    const below = head.filter(({ row }) => row > headings.headingRow)
    for (let batch: FileRow[] | undefined = below; batch; batch = await nextOf(batches)) {
      staging.inOneGo(() => checkBatch(batch!, check, counts))
      tell({ said: 'progress', rows: counts.rows, share: rows.share() })
    }
  } finally {
    staging.close()
    await lookup.close()
  }
  return found
}

function checkBatch(batch: readonly FileRow[], check: Checker, counts: ImportCounts): void {
  for (const row of batch) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const { verdict, problems } = check(row)
    counts.rows++
    counts.problems += problems
    if (verdict === 'differing') counts.differing++
    counts[verdict === 'differing' ? 'known' : verdict]++
  }
}

/** The headings are looked for among these. */
async function firstRows(batches: AsyncIterator<FileRow[]>): Promise<FileRow[]> {
  const rows: FileRow[] = []
  while (rows.length < headSize) {
    const batch = await nextOf(batches)
    if (!batch) break
    rows.push(...batch)
  }
  return rows
}

async function nextOf(batches: AsyncIterator<FileRow[]>): Promise<FileRow[] | undefined> {
  const { done, value } = await batches.next()
  return done ? undefined : value
}

function headingsIn(head: readonly FileRow[], kind: KindOfImport, chosen: CheckTask['fields']) {
  const { at, fields } = findHeadings(
    head.map(({ cells }) => cells),
    kind.fields,
  )
  const held = chosen ?? fields
  const heading = head[at]
  const samples = head.slice(at + 1, at + 1 + sampleSize)
  const columns = (heading?.cells ?? []).map((text, i) => ({
    heading: cut(text.trim()),
    field: held[i] ?? null,
    samples: samples.map(({ cells }) => cut((cells[i] ?? '').trim())),
  }))
  const missing = kind.fields.filter(({ field, required }) => required && !columns.some((one) => one.field === field))
  return { headingRow: heading?.row ?? 1, columns, missing: missing.map(({ title }) => title) }
}
