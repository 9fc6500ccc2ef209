import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { ofOurs } from '../support/of-ours.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'

/** One lead's sitting at phone width, on the demonstration's second round. */

let installation: Installation
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  installation = new Installation()
  server = await installation.start()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  // Ends whatever still runs.
  installation.remove()
})

describe('a sitting', () => {
  it('loses nothing that the page showed as saved when the server is killed in the middle, nor what came after', async () => {
    const context = await asPhone('lead')
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${server.base}/my-answers`)
    await page.getByRole('button', { name: 'I have none: start' }).tap()

    const saved: string[] = []
    for (let n = 0; n < 3; n++) saved.push(await answerAndHear(page, n, /^Saved: /))
    const port = new URL(server.base).port
    await server.stop('SIGKILL')
    const kept = await answerAndHear(page, 3, /^Kept on this device: /)
    expect(await page.getByText('1 answer not sent yet.').count()).toBe(1)

    server = await installation.start({ settings: { PORT: port } })
    for (const item of saved) expect(await answeredItems(context)).toContain(item)
    await page
      .getByRole('button', { name: 'Send now' })
      .or(page.getByText(/^Saved: /))
      .first()
      .tap()
    await page.getByText(/not sent yet/).waitFor({ state: 'detached' })
    expect(await answeredItems(context)).toEqual(expect.arrayContaining([...saved, kept]))

    await page.getByRole('link', { name: 'Stop here' }).tap()
    await page.getByRole('heading', { level: 1, name: /^4 of \d+ done, nothing lost$/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await context.close()
  })

  it('of twelve items takes a newcomer two taps each, on targets that a thumb can reach', async () => {
    const lead = await asPhone('lead')
    const scan = await askTwelve(lead)
    const page = await lead.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${server.base}/my-answers?scan=${scan}`)
    await page.getByRole('button', { name: 'I have read this' }).tap()
    await page.getByRole('button', { name: 'I have none: start' }).tap()
    for (let n = 1; n <= 12; n++) {
      const place = page.locator('.offing-item > p').first()
      await place.getByText(`item ${n} of 12`).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      for (const target of await page.locator('.offing-tile, .offing-save-bar button').all()) {
        const box = (await target.boundingBox())!
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
      }
      await page.getByRole('button', { name: String(1 + (n % 9)), exact: true }).tap()
      await page.getByRole('button', { name: /^2029 to 2031/ }).tap()
    }
    await page.getByRole('heading', { level: 1, name: 'All 12 done. Thank you.' }).waitFor()
    await lead.close()
  })
})

async function asPhone(role: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en-GB' })
  await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role } })
  return context
}

/** Another scan, whose first round asks this lead twelve items; gives its slug. */
async function askTwelve(lead: BrowserContext): Promise<string> {
  const scanner = await asPhone('scanner')
  const post = async (path: string, data?: object, headers = {}) => {
    const response = await scanner.request.post(`${server.base}/api/v1${path}`, {
      data,
      headers: { ...ofOurs, ...headers },
    })
    expect(`${response.status()} ${response.ok() ? '' : await response.text()}`).toMatch(/^20[01] $/)
    return response.json()
  }
  const get = async (context: BrowserContext, path: string) =>
    (await context.request.get(`${server.base}/api/v1${path}`)).json()
  const { account } = await get(lead, '/session')
  const specialisms = [account.specialisms[0]]
  const { items } = await get(scanner, '/technologies?limit=12')
  const scan = await post('/scans', { name: 'A first round', startYear: 2026, specialisms })
  await post(`/scans/${scan.slug}/panel`, { account: account.id, specialisms })
  const { id } = await post(`/scans/${scan.slug}/rounds`, {})
  const technologies = items.map(({ slug }: { slug: string }) => slug)
  const { round } = await post(`/rounds/${id}/technologies`, { technologies, specialisms })
  await post(`/rounds/${id}/open`, undefined, { 'If-Match': `"${round.version}"` })
  await scanner.close()
  return scan.slug
}

/** Answers the item on the page as something else than before, hears what the page says of it, and goes on. Gives its key. */
async function answerAndHear(page: Page, n: number, words: RegExp): Promise<string> {
  await page.getByRole('button', { name: '9', exact: true }).waitFor()
  const item = new URL(page.url()).searchParams.get('item')!
  const place = page.locator('.offing-item > p').first()
  const here = (await place.textContent())!
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: String(4 + n), exact: true }).tap()
  await page.getByRole('button', { name: /^2029 to 2031/ }).tap()
  await page.getByRole('status').filter({ hasText: words }).filter({ hasText: name! }).waitFor()
  if (new URL(page.url()).searchParams.get('item') === item)
    await page.getByRole('button', { name: /^(Next not answered|Keep mine and go on)$/ }).tap()
  await page.waitForFunction(
    (before) => document.querySelector('.offing-item > p')?.textContent?.startsWith(before) === false,
    here.split(/(?<=of \d+)/)[0]!,
  )
  return item
}

/** What the server holds of the lead's answers in this round, as the items' keys. */
async function answeredItems(context: BrowserContext): Promise<string[]> {
  const queues = await (await context.request.get(`${server.base}/api/v1/my-answers`)).json()
  return queues.items[0].items
    .filter(({ answer }: { answer: unknown }) => answer !== null)
    .map(
      ({ technology, specialism }: { technology: { slug: string }; specialism: { slug: string } }) =>
        `${technology.slug}/${specialism.slug}`,
    )
}
