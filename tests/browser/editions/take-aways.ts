import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'
import type { Browser, Page } from 'playwright-core'
import readWorkbook from 'read-excel-file/node'
import { partsOf } from '../../support/files.ts'

/** What is on the page that leads to the files: names by place. */
export interface Expected {
  names: readonly string[]
  title: string
}

/** Presses a link of the page and gives the file that it leaves on the disk. */
async function taken(page: Page, name: string | RegExp, nth = 0): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('link', { name }).nth(nth).click(),
  ])
  return { path: await download.path(), name: download.suggestedFilename() }
}

export async function readTables(page: Page, { names }: Expected): Promise<void> {
  const workbook = await taken(page, 'Workbook (Excel)')
  const [{ data }] = (await readWorkbook(workbook.path)) as unknown as [{ data: unknown[][] }]
  expect(workbook.name).toMatch(/\.xlsx$/)
  expect(columnOf(data, 'Technology')).toEqual(names)

  const csv = await taken(page, 'Ranked list (CSV)')
  const rows = parse(readFileSync(csv.path), { bom: true }) as string[][]
  expect(columnOf(rows, 'Technology')).toEqual(names)
  expect(columnOf(rows, 'Group')[0]).toBe('1')

  const json = await taken(page, 'Ranked list (JSON)')
  const { ranking } = JSON.parse(readFileSync(json.path, 'utf8')) as { ranking: { items: { name: string }[] } }
  expect(ranking.items.map(({ name }) => name)).toEqual(names)
}

const columnOf = (rows: readonly (readonly unknown[])[], heading: string) => {
  const at = rows[0]!.indexOf(heading)
  expect(at).toBeGreaterThanOrEqual(0)
  return rows.slice(1).map((row) => row[at])
}

/** Slides as their texts, in order, read by what did not write them. */
export async function readSlides(page: Page, { names, title }: Expected): Promise<void> {
  const pack = await taken(page, 'Board pack (PowerPoint)')
  const slides = [...partsOf(readFileSync(pack.path))]
    .flatMap(([name, xml]) => {
      const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1]
      return number ? [{ number: Number(number), text: textsIn(xml).join(' ') }] : []
    })
    .sort((a, b) => a.number - b.number)
  expect(slides[0]!.text).toContain(title)
  for (const name of names.slice(0, 10)) expect(slides.some(({ text }) => text.includes(name))).toBe(true)
  expect(slides.at(-1)!.text).toMatch(/method/i)
}

function textsIn(xml: string): string[] {
  const found: string[] = []
  const look = (node: unknown, key = ''): void => {
    if (key === 'a:t') found.push(String(node))
    else if (Array.isArray(node)) for (const one of node) look(one, key)
    else if (node && typeof node === 'object') for (const [name, value] of Object.entries(node)) look(value, name)
  }
  look(new XMLParser({ ignoreAttributes: true, processEntities: true }).parse(xml))
  return found
}

/** Opens the file from the disk in a browser that has no network, and sees that it asks for nothing. */
export async function readOffline(page: Page, browser: Browser, { names, title }: Expected): Promise<void> {
  const file = await taken(page, 'The whole edition in one file (HTML)')
  const context = await browser.newContext()
  await context.setOffline(true)
  const alone = await context.newPage()
  const asked: string[] = []
  const said: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  alone.on('console', (message) => said.push(message.text()))
  // Taken by its own name, as somebody would keep it: a browser goes by the ending.
  await alone.setContent('')
  await alone.goto(`file://${await keptAs(file)}`)
  await alone.getByRole('heading', { name: title }).first().waitFor()
  expect(await alone.locator('svg').count()).toBeGreaterThan(0)
  const text = await alone.locator('body').textContent()
  for (const name of names) expect(text).toContain(name)
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
  expect(said).toEqual([])
  await context.close()
}

async function keptAs({ path, name }: { path: string; name: string }): Promise<string> {
  const { copyFile } = await import('node:fs/promises')
  const kept = `${path}-${name}`
  await copyFile(path, kept)
  return kept
}

export async function readRadarFiles(page: Page, { names }: Expected): Promise<void> {
  await page.getByText('For other radar programs').click()
  const thoughtworks = await taken(page, /Build your own radar.*\(CSV\)/)
  const rows = parse(readFileSync(thoughtworks.path), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
  expect(new Set(rows.map(({ quadrant }) => quadrant)).size).toBeLessThanOrEqual(4)
  const backstage = await taken(page, 'Backstage Tech Radar (JSON)')
  const { entries } = JSON.parse(readFileSync(backstage.path, 'utf8')) as { entries: unknown[] }
  expect(entries).toHaveLength(names.length)
  const aoe = await taken(page, 'AOE Technology Radar (JSON)')
  expect((JSON.parse(readFileSync(aoe.path, 'utf8')) as { items: unknown[] }).items).toHaveLength(names.length)
}

export async function readFeed(page: Page, base: string, { title }: Expected): Promise<void> {
  const answer = await page.request.get(`${base}/api/v1/editions.atom`)
  expect(answer.headers()['content-type']).toMatch(/atom/)
  const { entries } = parseAtomFeed(await answer.text())
  expect(entries?.some((entry) => entry.title?.value?.includes(title))).toBe(true)
}
