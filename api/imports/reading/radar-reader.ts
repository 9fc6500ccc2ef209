import { plainText } from '../../sources/connectors/plain.ts'
import { blipColumns, blipRows, type RadarMapping } from '../radar/blip-rows.ts'
import { type ForeignRadar, radarOf, toolNames } from '../radar/radar.ts'
import { radarInJson, unknownForm } from '../radar/radar-json.ts'
import { readCsv } from './csv-reader.ts'
import { bytesOf, type FileRow, type FileRows, type Source, Unreadable } from './file-reader.ts'

export interface RadarRows extends FileRows {
  radar: ForeignRadar
}

/** The entries of another tool's radar as rows of technologies, by what its parts are said to be here; `today` is a day. */
export async function readRadar(source: Source, mapping: RadarMapping | null, today: string): Promise<RadarRows> {
  const radar = (await isJson(source)) ? radarInJson(await jsonOf(source)) : await radarInCsv(source)
  if (typeof radar === 'string') throw new Unreadable(radar)
  const rows = [[...blipColumns], ...blipRows(radar, mapping, today, plainText)]
  return {
    radar,
    notes: [`Read as a radar of ${toolNames[radar.tool]}.`],
    batches: inBatches(rows.map((cells, i) => ({ row: i + 1, cells }))),
    share: () => 0,
  }
}

const rowsAtOnce = 500

async function* inBatches(rows: FileRow[]): AsyncGenerator<FileRow[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

async function isJson(source: Source): Promise<boolean> {
  for await (const chunk of source.chunks()) {
    const start = chunk
      .subarray(0, 1000)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart()
    return start.startsWith('{') || start.startsWith('[')
  }
  return false
}

async function jsonOf(source: Source): Promise<unknown> {
  const bytes = await bytesOf(source)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Unreadable('The file cannot be read as JSON in UTF-8.')
  }
}

/** A list as “Build your own radar” reads it: columns found by their names, in any order. */
async function radarInCsv(source: Source): Promise<ForeignRadar | string> {
  const rows: FileRow[] = []
  for await (const batch of (await readCsv(source)).batches) rows.push(...batch)
  const headings = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const at = { name: headings.indexOf('name'), ring: headings.indexOf('ring'), quadrant: headings.indexOf('quadrant') }
  if (Object.values(at).includes(-1)) return unknownForm
  const description = headings.indexOf('description')
  const cell = ({ cells }: FileRow, column: number) => cells[column]?.trim() ?? ''
  const blips = rows
    .slice(1)
    .filter((row) => cell(row, at.name) !== '')
    .map((row) => ({
      name: cell(row, at.name),
      ring: cell(row, at.ring),
      quadrant: cell(row, at.quadrant),
      description: cell(row, description),
    }))
  return radarOf('thoughtworks', '', blips)
}
