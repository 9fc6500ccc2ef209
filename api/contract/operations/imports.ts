import {
  EnterImportRequest,
  Import,
  ImportColumnsRequest,
  ImportKind,
  ImportList,
  ImportRowList,
  ofImport,
  RadarMappingRequest,
} from '../imports.ts'
import { largestImport, radarMedia, spreadsheets } from '../media.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, limit } from '../query.ts'
import { reference, requiredLine } from '../text.ts'
import { z } from '../z.ts'

const ofKind = z.strictObject({ kind: ImportKind })

export const listImports = operation({
  id: 'listImports',
  method: 'get',
  path: paths.imports,
  summary: 'Files that are being looked at, then those that were entered, the newest first',
  query: z.strictObject({ cursor: cursor(), limit: limit(200, 50) }),
  answers: { 200: ImportList },
})

export const addImport = operation({
  id: 'addImport',
  method: 'post',
  path: paths.imports,
  summary:
    'Send a file, to be read and checked; nothing is entered yet. Ratings need the scan that they are for; a radar of another tool, as JSON or CSV, brings technologies',
  query: z.strictObject({
    kind: ImportKind,
    name: requiredLine(),
    scan: reference().optional(),
    as: z.enum(['list', 'radar']).default('list'),
  }),
  takes: { media: [...Object.values(spreadsheets), radarMedia], largest: largestImport.csv, streamed: true },
  answers: { 201: Import },
  problems: [409],
})

export const readImport = operation({
  id: 'readImport',
  method: 'get',
  path: paths.import,
  summary: 'One file, how far it was read, and what was found in it',
  params: ofImport,
  answers: { 200: Import },
})

export const chooseImportColumns = operation({
  id: 'chooseImportColumns',
  method: 'put',
  path: paths.importColumns,
  summary: 'Say what each column holds, and have the file checked again',
  params: ofImport,
  body: ImportColumnsRequest,
  answers: { 200: Import },
  problems: [409],
  conditional: true,
})

export const mapImportedRadar = operation({
  id: 'mapImportedRadar',
  method: 'put',
  path: paths.importRadar,
  summary: 'Say what the quadrants and rings of a radar are here, and have its entries checked',
  params: ofImport,
  body: RadarMappingRequest,
  answers: { 200: Import },
  problems: [409],
  conditional: true,
})

export const listImportRows = operation({
  id: 'listImportRows',
  method: 'get',
  path: paths.importRows,
  summary: 'Rows that cannot be used, with every reason, or rows that are here already, with what they say otherwise',
  params: ofImport,
  query: z.strictObject({ list: z.enum(['bad', 'known']).default('bad'), cursor: cursor(), limit: limit(200, 50) }),
  answers: { 200: ImportRowList },
  problems: [409],
})

export const enterImport = operation({
  id: 'enterImport',
  method: 'post',
  path: paths.importEnter,
  summary: 'Enter the rows that can be used, all at once, or none',
  params: ofImport,
  body: EnterImportRequest,
  answers: { 200: Import },
  problems: [409],
  conditional: true,
})

export const discardImport = operation({
  id: 'discardImport',
  method: 'delete',
  path: paths.import,
  summary: 'Forget a file that was looked at; what was entered stays',
  params: ofImport,
  answers: { 204: null },
  problems: [409],
  conditional: true,
})

export const readImportBadRowsCsv = operation({
  id: 'readImportBadRowsCsv',
  method: 'get',
  path: paths.importBadRowsCsv,
  summary: 'The rows that cannot be used, as they came, with their number and the reasons, as CSV',
  exports: true,
  params: ofImport,
  media: spreadsheets.csv,
  answers: { 200: null },
  problems: [409],
})

export const readImportBadRowsWorkbook = operation({
  id: 'readImportBadRowsWorkbook',
  method: 'get',
  path: paths.importBadRowsWorkbook,
  summary: 'The same as a workbook',
  exports: true,
  params: ofImport,
  media: spreadsheets.xlsx,
  answers: { 200: null },
  problems: [409],
})

export const readImportTemplateCsv = operation({
  id: 'readImportTemplateCsv',
  method: 'get',
  path: paths.importTemplateCsv,
  summary: 'A list to fill in, as CSV',
  params: ofKind,
  media: spreadsheets.csv,
  answers: { 200: null },
})

export const readImportTemplateWorkbook = operation({
  id: 'readImportTemplateWorkbook',
  method: 'get',
  path: paths.importTemplateWorkbook,
  summary: 'A list to fill in, as a workbook, with the words that may stand in it',
  params: ofKind,
  media: spreadsheets.xlsx,
  answers: { 200: null },
})
