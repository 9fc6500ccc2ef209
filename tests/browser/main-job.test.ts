import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'

const password = 'a long enough phrase'
const leads = ['una.first@example.org', 'vic.second@example.org', 'wyn.third@example.org']
const name = 'Self-adjusting cochlear implant'

let installation: Installation
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  installation = new Installation()
  server = await installation.start()
  for (const email of leads) await installation.addAccount(email, 'lead', password)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  installation.remove()
})

describe('the main job, in a real browser', () => {
  it('takes a new technology from its source to its place on the radar', async () => {
    await asVisitor('scan team', async (page) => {
      await enterTechnology(page)
      for (const email of leads) await addToPanel(page, email)
    })
    for (const [i, email] of leads.entries()) await answerAs(email, 7 + (i % 2))
    await asVisitor('scan team', closeRound)
    await asVisitor('board member', findOnTheRadar)
  })
})

/** A window of its own, signed in by "Look around as …"; fails on any error in the page's console. */
async function asVisitor(role: string, work: (page: Page) => Promise<void>): Promise<void> {
  await inWindow(async (page) => {
    await page.goto(server.base)
    await page.getByRole('button', { name: new RegExp(role, 'i') }).click()
    await page
      .getByRole('link', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .waitFor()
    await work(page)
  })
}

async function inWindow(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && !/401/.test(line.text()) && errors.push(line.text()))
  page.setDefaultTimeout(15_000)
  await work(page)
  expect(errors).toEqual([])
  await context.close()
}

async function enterTechnology(page: Page): Promise<void> {
  await page.goto(`${server.base}/technologies/new`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Category').selectOption({ label: 'Neurotechnology, implants and prostheses' })
  await page.getByLabel('What it is').fill('An implant that fits itself to the listener.')
  await page.getByLabel('Audiology', { exact: true }).check()
  await page.getByLabel('Stage of development').selectOption('7')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await page.getByLabel('Kind of evidence').selectOption({ label: 'Trial or study' })
  await page.getByLabel('What the source says').fill('Fitted 40 people without a visit.')
  await page.getByLabel('It happened').check()
  const date = page.getByRole('group', { name: 'Date', exact: true })
  await date.getByLabel('Month').fill('3')
  await date.getByLabel('Year').fill('2025')
  await page.getByLabel('Title of the source').fill('A first trial')
  await page.getByLabel('Who published it').fill('Journal of Trials')
  await page.getByLabel('Research', { exact: true }).check()
  await page.getByRole('button', { name: 'Save the technology' }).click()
  await page.getByRole('heading', { name: `${name} is in the registry` }).waitFor()
  await page.getByRole('button', { name: 'Ask the panel about it' }).click()
  await page
    .getByText(/panel members? (will be|are|is) asked/i)
    .first()
    .waitFor()
}

async function addToPanel(page: Page, email: string): Promise<void> {
  await page.goto(`${server.base}/scans/healthcare-science-scan-2026`)
  await page.getByText('Add a panel member').click()
  await page.getByLabel('Specialism lead').selectOption({ label: await labelWith(page, email) })
  await page.getByLabel('Audiology', { exact: true }).check()
  await page.getByRole('button', { name: 'Add to the panel' }).click()
  await page.getByText('is on the panel.').waitFor()
}

async function labelWith(page: Page, email: string): Promise<string> {
  return (await page.locator('option', { hasText: email }).textContent())!
}

async function answerAs(email: string, impact: number): Promise<void> {
  await inWindow(async (page) => {
    await page.goto(`${server.base}/my-answers`)
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'I have read this' }).click()
    await page.getByRole('button', { name: 'I have none: start' }).click()
    await page.getByRole('link', { name: 'All items' }).click()
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('button', { name: String(impact), exact: true }).click()
    await page.getByRole('button', { name: /^2029 to 2031/ }).click()
    await page
      .getByText(/1 of \d+ done/)
      .first()
      .waitFor()
  })
}

async function closeRound(page: Page): Promise<void> {
  await page.goto(`${server.base}/scans/healthcare-science-scan-2026`)
  await page.getByText(/Close round 2/).click()
  await page
    .getByText(/can no longer be changed|cannot be changed/i)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /Close round 2/ }).click()
  await page
    .getByText(/Round 2 is closed|Round 2 closed/i)
    .first()
    .waitFor()
}

async function findOnTheRadar(page: Page): Promise<void> {
  await page.goto(`${server.base}/?scan=healthcare-science-scan-2026&show=all`)
  const row = page.locator('ol [data-technology]', { hasText: name })
  await row.waitFor()
  const place = await row.getAttribute('data-place')
  await ensureMarksEqualRows(page)
  const mark = page.locator(`svg [data-technology="${await row.getAttribute('data-technology')}"]`)
  expect(await mark.getAttribute('aria-label')).toContain(name)
  expect(await mark.getAttribute('data-place')).toBe(place)
  await mark.click()
  await page
    .getByText(/Why is it here/i)
    .first()
    .waitFor()

  await page.goto(`${server.base}/ranking?scan=healthcare-science-scan-2026&q=cochlear`)
  const ranked = page.locator('tbody tr', { hasText: name })
  await ranked.waitFor()
  expect(await ranked.textContent()).toMatch(new RegExp(`^${place}(st|nd|rd|th)`))

  await ranked.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('heading', { name: 'The score taken apart' }).waitFor()
  const [parts, total] = (await page.getByText(/^\d+( \+ \d+)+ = \d+ points$/).textContent())!.split(' = ')
  const sum = parts!.split(' + ').reduce((points, part) => points + Number(part), 0)
  expect(`${sum} points`).toBe(total)
  await page.getByText('Fitted 40 people without a visit.').waitFor()
}

/** Marks drawn alone and members of clusters together are the rows of the list beside them. */
async function ensureMarksEqualRows(page: Page): Promise<void> {
  const drawn = await page.evaluate(() => {
    const idsOf = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].flatMap((element) => element.getAttribute(name)!.split(' '))
    const marks = [...idsOf('svg [data-technology]', 'data-technology'), ...idsOf('svg [data-cluster]', 'data-members')]
    return { marks: marks.sort(), rows: idsOf('ol [data-technology]', 'data-technology').sort() }
  })
  expect(drawn.marks).toEqual(drawn.rows)
  expect(drawn.rows.length).toBeGreaterThan(60)
}
