import { Readable } from 'node:stream'
import type { Request } from 'express'
import { isId } from '../../db/ids.ts'
import type { Database } from '../../db/open.ts'
import { roundOfImport } from '../../db/rounds.ts'
import { listStagedRows } from '../../db/sqlite/staged-rows.ts'
import { categories, specialisms } from '../../db/taxonomy.ts'
import { grantOf } from '../accounts/permissions.ts'
import type { ImportKind } from '../contract/imports.ts'
import { largestImport, radarMedia, spreadsheets } from '../contract/media.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { type Access, allow } from '../http/access.ts'
import { type Api, created, done, ok } from '../http/serve.ts'
import { csvOf, type Sheets, workbookOf } from '../http/spreadsheets.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { badRowHeadings, badRowTables } from './bad-rows-reader.ts'
import { chooseColumns, discardImport, enterImport, getLookedAt, getStaged, mapRadar } from './commands.ts'
import { fieldsOf } from './fields.ts'
import type { Form } from './form.ts'
import type { StagedImport } from './import-keeper.ts'
import { ensureTakesImport } from './ratings/round-commands.ts'
import { listImports, readImport } from './reader.ts'
import { explanationTable, templateTable, wordsTable } from './template.ts'

/** Of more rows than these no workbook is made. */
const mostInWorkbook = 50_000

export function importRoutes(api: Api): void {
  const { registry, imports, certainties } = api.world
  const read = async (id: string) => {
    const found = await readImport(registry.read, imports, id)
    return ok(found, found.version)
  }

  api.serve(operations.listImports, allow('imports.read'), async ({ query, access }) => {
    const after = query.cursor === undefined ? null : fromCursor(query.cursor)
    const page = await listImports(registry.read, imports, { limit: query.limit, after }, (kind) =>
      mayLook(access, kind),
    )
    return ok({ ...page, nextCursor: page.nextCursor && toCursor(page.nextCursor) })
  })

  api.serve(
    operations.addImport,
    allow('imports.send'),
    async ({ query: { kind, name, scan, as }, access, by, req }) => {
      ensureMay(access, kind)
      const ofScan = await scanFor(registry.read, kind, scan)
      const form = formOf(req, as)
      if (form === 'radar' && kind !== 'technologies')
        throw new Refusal('conflict', 'A radar of another tool brings technologies alone.')
      const facts = {
        kind,
        form,
        fileName: name,
        largest: largestImport[form],
        scan: ofScan,
        by: { account: access.account!.id, at: by.at },
      }
      ensureNotTooLarge(req, largestImport[form])
      const { id, version } = await imports.add(req, facts)
      return created(await readImport(registry.read, imports, id), link(paths.import, { import: id }), version)
    },
  )

  api.serve(operations.readImport, allow('imports.read'), async ({ params, access }) => {
    const staged = imports.find(params.import)
    if (staged) ensureMayLook(access, staged.kind)
    return read(params.import)
  })

  api.serve(operations.chooseImportColumns, allow('imports.send'), async ({ params, body, seen, access }) => {
    chooseColumns(imports, mine(params.import, access), body.fields, seen)
    return read(params.import)
  })

  api.serve(operations.mapImportedRadar, allow('imports.send'), async ({ params, body, seen, access }) => {
    await mapRadar(registry.read, imports, mine(params.import, access), body, seen)
    return read(params.import)
  })

  api.serve(operations.listImportRows, allow('imports.read'), async ({ params, query, access }) => {
    const one = lookedAt(params.import, access)
    const after = query.cursor === undefined ? 0 : rowFromCursor(query.cursor)
    if (one.checked!.missing.length > 0) return ok({ items: [], total: 0, nextCursor: null })
    const { items, total } = listStagedRows(imports.stagingOf(one.id), query.list, { after, limit: query.limit + 1 })
    const shown = items.slice(0, query.limit)
    const nextCursor = items.length > query.limit ? toCursor(String(shown.at(-1)!.row)) : null
    return ok({ items: shown, total, nextCursor })
  })

  api.serve(operations.enterImport, allow('imports.send'), async ({ params, body, seen, access, by }) => {
    const one = mine(params.import, access)
    await enterImport(imports, one, body.whole, seen, by)
    const round = one.kind === 'ratings' ? await roundOfImport(registry.read, one.id) : undefined
    if (round) await certainties.roundClosed(round)
    return read(params.import)
  })

  api.serve(operations.discardImport, allow('imports.send'), async ({ params, seen, access }) => {
    discardImport(imports, mine(params.import, access), seen)
    return done
  })

  api.serve(operations.readImportBadRowsCsv, allow('imports.export'), async ({ params, access }) => {
    const one = lookedAt(params.import, access)
    return { status: 200, file: { content: Readable.from(badRowsCsv(one)), name: 'rows-to-correct.csv' } }
  })

  api.serve(operations.readImportBadRowsWorkbook, allow('imports.export'), async ({ params, access }) => {
    const one = lookedAt(params.import, access)
    if (one.checked!.counts.bad > mostInWorkbook)
      throw new Refusal('conflict', `There are more than ${mostInWorkbook} rows. Take them as CSV.`)
    const table = [badRowHeadings(one), ...[...badRowTables(one, imports.stagingOf(one.id))].flat()]
    const content = await workbookOf({ 'Rows to correct': { table, headings: { rows: 1, columns: 0 } } })
    return { status: 200, file: { content, name: 'rows-to-correct.xlsx' } }
  })

  api.serve(operations.readImportTemplateCsv, allow('imports.read'), async ({ params: { kind } }) => ({
    status: 200,
    file: { content: csvOf(templateTable(fieldsOf[kind])), name: `${kind}.csv` },
  }))

  api.serve(operations.readImportTemplateWorkbook, allow('imports.read'), async ({ params: { kind } }) => {
    const fields = fieldsOf[kind]
    const sheets: Sheets = {
      [titleOf(kind)]: { table: templateTable(fields) },
      Columns: { table: explanationTable(fields) },
    }
    if (kind === 'technologies') {
      const names = (all: { name: string }[]) => all.map(({ name }) => name)
      const table = wordsTable(names(await categories(registry.read)), names(await specialisms(registry.read)))
      sheets.Words = { table }
    }
    return { status: 200, file: { content: await workbookOf(sheets), name: `${kind}.xlsx` } }
  })

  function lookedAt(id: string, access: Access): StagedImport {
    ensureMayLook(access, getStaged(imports, id).kind)
    return getLookedAt(imports, id)
  }

  function mine(id: string, access: Access): StagedImport {
    const one = getStaged(imports, id)
    ensureMay(access, one.kind)
    return one
  }

  function* badRowsCsv(one: StagedImport): Generator<string> {
    yield csvOf([badRowHeadings(one)])
    for (const rows of badRowTables(one, imports.stagingOf(one.id))) yield csvOf(rows).replace('\uFEFF', '')
  }
}

/** What stands in a file of ratings is for those alone who may bring it in: labels beside scores. */
const mayLook = (access: Access, kind: ImportKind) => kind !== 'ratings' || may(access, kind)

function ensureMayLook(access: Access, kind: ImportKind): void {
  if (!mayLook(access, kind)) throw new Refusal('not-allowed', 'Ratings that are being looked at are for admins only.')
}

/** The scan (id) that a file of ratings is for, where it takes any now. */
async function scanFor(db: Database, kind: ImportKind, reference: string | undefined): Promise<string | null> {
  if (kind !== 'ratings') return null
  if (reference === undefined) {
    const detail = 'Say for which scan the ratings are.'
    throw new Refusal('invalid', detail, { errors: [{ parameter: 'scan', detail }] })
  }
  const scan = await getScan(db, reference)
  await ensureTakesImport(db, scan)
  return scan.id
}

/** Technologies and signals are the scan team's to bring in, ratings an admin's. */
function ensureMay(access: Access, kind: ImportKind): void {
  if (!may(access, kind)) throw new Refusal('not-allowed', `Your role does not allow you to import ${kind}.`)
}

function may(access: Access, kind: ImportKind): boolean {
  const action = kind === 'ratings' ? 'ratings.import' : 'imports.write'
  return grantOf(action, access.asker) !== undefined
}

const titleOf = (kind: ImportKind) => kind.charAt(0).toUpperCase() + kind.slice(1)

function formOf(req: Request, as: 'list' | 'radar'): Form {
  const type = (req.headers['content-type'] ?? '').toLowerCase()
  if (as === 'radar' || type.startsWith(radarMedia)) return 'radar'
  return type.startsWith(spreadsheets.csv) ? 'csv' : 'xlsx'
}

/** Said before it is sent, where its sender says how long it is. */
function ensureNotTooLarge(req: Request, largest: number): void {
  if (Number(req.headers['content-length'] ?? 0) <= largest) return
  throw new Refusal('too-large', `The file is larger than ${largest / 1_000_000} MB.`)
}

const toCursor = (place: string) => Buffer.from(place).toString('base64url')

function fromCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString()
  if (isId(id)) return id
  throw strangeCursor()
}

function rowFromCursor(cursor: string): number {
  const row = Number(Buffer.from(cursor, 'base64url').toString())
  if (Number.isInteger(row) && row > 0) return row
  throw strangeCursor()
}

function strangeCursor(): Refusal {
  const detail = 'The cursor is not one that was given. Start again without it.'
  return new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
