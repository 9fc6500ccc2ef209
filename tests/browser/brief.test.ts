import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { ofOurs } from '../support/of-ours.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'

const scan = 'healthcare-science-scan-2026'

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
  await server?.stop()
  installation.remove()
})

describe('a specialism’s brief on paper', () => {
  it.each(['cardiac-science', 'respiratory-and-sleep-science'])('of %s has two pages', async (specialism) => {
    const context = await signedInAs('board')
    expect(await pagesOnPaper(context, `/specialisms/${specialism}`)).toBe(2)
    await context.close()
  })

  it('still has two where every text of every review is as long as it may be', async () => {
    const context = await signedInAs('lead')
    for (const technology of await reviewed(context)) await fillAndSign(context, technology)
    expect(await pagesOnPaper(context, '/specialisms/cardiac-science')).toBe(2)
    await context.close()
  })
})

describe('a review', () => {
  it('is written, saved and signed by keyboard alone', async () => {
    const context = await signedInAs('lead')
    const page = await context.newPage()
    await page.goto(`${server.base}/reviews/${scan}/telemedicine/cardiac-science`, { waitUntil: 'networkidle' })

    await page.getByLabel('Service model').focus()
    await page.keyboard.type('Clinics by video where nothing has to be measured.')
    await page.getByLabel('Watch').focus()
    await page.keyboard.press('Space')
    await tabTo(page, 'Save the draft')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as a draft, version 1.').waitFor()
    await tabTo(page, 'Sign this review …')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Sign it')
    await page.keyboard.press('Enter')

    await page.getByText(/by Sam Okafor on .* It is what your specialism says/).waitFor()
    await context.close()
  })
})

async function signedInAs(role: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role } })
  return context
}

async function pagesOnPaper(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(server.base + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.close()
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

async function reviewed(context: BrowserContext): Promise<string[]> {
  const response = await context.request.get(`${server.base}/api/v1/reviews?specialism=cardiac-science`)
  const { items } = (await response.json()) as { items: { technology: { slug: string } }[] }
  return items.map(({ technology }) => technology.slug)
}

async function fillAndSign(context: BrowserContext, technology: string): Promise<void> {
  const address = `${server.base}/api/v1/reviews/${scan}/${technology}/cardiac-science`
  const text = 'A service that changes in every one of its parts. '.repeat(39)
  const shares = { low: 10, best: 20, high: 30 }
  const texts = { serviceModel: text, workforce: text, selection: text, curricula: text }
  const more = { training: text, leadership: text, quality: text, readiness: 'within-two-years' }
  const data = { ...texts, ...more, affected: { middle: shares, end: shares }, yearsNeeded: 3, action: 'prepare' }
  const saved = await context.request.put(address, { data, headers: { 'If-Match': '*' } })
  expect(saved.status()).toBe(200)
  const signed = await context.request.post(`${address}/sign`, { headers: { ...ofOurs, 'If-Match': '*' } })
  expect(signed.status()).toBe(200)
}

async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.textContent === wanted, name)
  for (let presses = 0; presses < 60 && !(await isThere()); presses++) await page.keyboard.press('Tab')
  expect(await isThere()).toBe(true)
}
