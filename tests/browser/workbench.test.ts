import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import readXlsx from 'read-excel-file/node'
import { launchChromium } from '../support/chromium.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'
import { plays, type SourceSite, startSourceSite } from '../support/source-site.ts'

const name = 'Breath-borne volatile sensor for infection'
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title><link>https://www.gov.uk/</link>
  <description>Notices</description>
  <item><guid isPermaLink="false">notice-17</guid><title>${name}</title><link>https://www.gov.uk/notices/17</link>
  <pubDate>Mon, 09 Mar 2026 09:00:00 GMT</pubDate>
  <description>&lt;p&gt;A sensor &lt;b&gt;reads&lt;/b&gt; breath.&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</description></item>
  </channel></rss>`

let site: SourceSite
let installation: Installation
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  site = await startSourceSite(plays('www.gov.uk', feed, { 'content-type': 'application/rss+xml' }))
  installation = new Installation()
  server = await installation.start({ settings: { OFFING_SOURCES_PRACTICE: site.url } })
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await site?.stop()
  installation.remove()
})

describe('the scan team’s workbench, in a real browser', () => {
  it('goes from a feed’s signal to a technology with evidence in a scan', async () => {
    await asScanner(async (page) => {
      await readFeed(page)
      await startTechnology(page)
      await askThePanel(page)
      await findEvidence(page)
    })
  })

  it('goes from a spreadsheet with three bad rows in two hundred to 197 technologies and a file of three reasons', async () => {
    await asScanner(async (page) => {
      const before = await countTechnologies(page)
      await sendWorkbook(page)
      expect(await countTechnologies(page)).toBe(before)

      await page.getByRole('button', { name: 'Enter 197 technologies, leaving out 3 rows' }).click()
      await page.getByText('197 technologies are in the registry now.').waitFor()

      expect(await countTechnologies(page)).toBe(before + 197)
      await takeBadRows(page)
    })
  })
})

/** A window of its own, signed in by "Look around as …"; fails on any error in the page's console. */
async function asScanner(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && !/401/.test(line.text()) && errors.push(line.text()))
  page.setDefaultTimeout(20_000)
  await page.goto(server.base)
  await page.getByRole('button', { name: /scan team/i }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await work(page)
  expect(errors).toEqual([])
  await context.close()
}

async function readFeed(page: Page): Promise<void> {
  await page.goto(`${server.base}/sources/new`)
  await page.getByLabel('RSS or Atom feed').check()
  await page.getByRole('textbox', { name: /address/i }).fill('https://www.gov.uk/notices.rss')
  await page.getByLabel('Name', { exact: true }).fill('Notices')
  await page.getByLabel('By hand only').check()
  await page.getByRole('button', { name: 'Add the source' }).click()
  await page.getByRole('button', { name: 'Read now' }).click()
  await page.getByText('1 record: 1 new').first().waitFor()
}

async function startTechnology(page: Page): Promise<void> {
  await page.goto(`${server.base}/signals`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 2, name }).waitFor()
  await page.getByRole('button', { name: 'Start a technology' }).click()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name)
  expect(await page.getByLabel('What it is').inputValue()).toBe('A sensor reads breath.')
  await page.getByLabel('Category').selectOption({ label: 'Neurotechnology, implants and prostheses' })
  await page.getByLabel('Audiology', { exact: true }).check()
  await page.getByLabel('Stage of development').selectOption('5')
  await page.getByLabel('Kind of evidence').selectOption({ label: 'Trial or study' })
  await page.getByLabel('Official', { exact: true }).check()
  await page.getByRole('button', { name: 'Save the technology' }).click()
  await page.getByRole('heading', { name: `${name} is in the registry` }).waitFor()
}

async function askThePanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask the panel about it' }).click()
  await page
    .getByText(/panel members? (will be|are|is) asked/i)
    .first()
    .waitFor()
}

async function findEvidence(page: Page): Promise<void> {
  await page.goto(`${server.base}/technologies/breath-borne-volatile-sensor-for-infection`)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.locator('a[href="https://www.gov.uk/notices/17"]').waitFor()
  await page.getByText('9 March 2026').first().waitFor()
}

const headings = [
  'Name',
  'Description',
  'Category',
  'Specialisms',
  'TRL',
  'Date',
  'Source',
  'Publisher',
  'Notes of ours',
]
const wrong: Record<number, unknown[]> = {
  40: ['Sensor 40', 'It senses.', 'No such category', 'Audiology', 4],
  90: ['Sensor 90', '', 'Wearables and sensors', 'Audiology', 4],
  140: ['Sensor 140', 'It senses.', 'Wearables and sensors', 'Audiology', 12],
}

/** A workbook as people make them: 197 rows that can be used and three that cannot. */
async function workbook(categories: readonly string[]): Promise<Buffer> {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const n = i + 1
    const category = categories[n % categories.length]!
    return wrong[n] ?? [`Sensor ${n}`, `It senses ${n} things.`, category, 'Audiology; Genomics', (n % 9) + 1]
  })
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Candidates', rows: [headings, ...rows] as never }] }))
}

async function sendWorkbook(page: Page): Promise<void> {
  const { items } = await (await page.request.get(`${server.base}/api/v1/categories`)).json()
  const buffer = await workbook(items.map((category: { name: string }) => category.name))
  await page.goto(`${server.base}/imports`)
  await page.getByLabel('Technologies', { exact: true }).check()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel('Choose a file, or drop one here').setInputFiles({ name: 'candidates.xlsx', mimeType, buffer })
  await page.getByText('200 rows: 197 new, 0 here already, 3 that cannot be used.').waitFor()
}

async function takeBadRows(page: Page): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'for Excel (XLSX)' }).click()
  const [sheet] = await readXlsx(await (await download).path())
  const reasons = sheet!.data.map((row) => [row[headings.length], row[headings.length + 1]])
  expect(reasons).toEqual([
    ['Row', 'Reasons'],
    [41, expect.stringMatching(/category/i)],
    [91, expect.stringMatching(/description/i)],
    [141, expect.stringMatching(/readiness|TRL/i)],
  ])
}

async function countTechnologies(page: Page): Promise<number> {
  return (await (await page.request.get(`${server.base}/api/v1/technologies?limit=1`)).json()).total
}
