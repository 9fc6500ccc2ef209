import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
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
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en-GB' })
    await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role: 'lead' } })
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

  it('has tiles that a thumb can reach', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en-GB' })
    await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role: 'lead' } })
    const page = await context.newPage()
    await page.goto(`${server.base}/my-answers`)
    await page.getByRole('link', { name: 'Go on' }).first().tap()
    await page.getByRole('button', { name: '9', exact: true }).waitFor()
    for (const tile of await page.locator('.offing-tile').all()) {
      const box = (await tile.boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    }
    await context.close()
  })
})

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
    await page.getByRole('button', { name: 'Next not answered' }).tap()
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
