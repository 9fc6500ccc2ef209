import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import type { Edition } from '../../api/contract/editions.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { launchChromium } from '../support/chromium.ts'
import { Keyboard } from '../support/keyboard.ts'
import { ofOurs } from '../support/of-ours.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'
import { readFeed, readOffline, readRadarFiles, readSlides, readTables } from './editions/take-aways.ts'

const scan = '/scans/healthcare-science-scan-2026'

let installation: Installation
let server: ServerProcess
let browser: Awaited<ReturnType<typeof launchChromium>>
let team: BrowserContext
let board: BrowserContext

beforeAll(async () => {
  installation = new Installation()
  server = await installation.start()
  browser = await launchChromium()
  team = await signedInAs('scanner')
  board = await signedInAs('board')
  await closeOpenRound()
  await wordAnew()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  installation.remove()
})

/** Tests of one file run in their order: this one is a story. */
describe('an edition, from its beginning to its end', () => {
  let draft = ''

  it('is begun on the scan’s page, and its cover is filled by keyboard alone', async () => {
    const page = await opened(team, scan)
    const keys = new Keyboard(page)
    const heading = page.getByRole('heading', { name: /^The cover of/ })
    await keys.activate('button', 'Prepare an edition', heading)
    draft = new URL(page.url()).pathname.split('/')[2]!

    await keys.fill('Title', '2026 radar')
    await keys.choose(/^For decision/)
    await keys.activate('button', 'Add a recommendation', page.getByText('Recommendation 1'))
    await keys.fill('What do you recommend?', 'Plan for it in every region.')
    await keys.select('Technology to add', 'Circulating tumour DNA')
    await keys.activate('button', 'Add this technology', page.getByRole('button', { name: /^Remove Circulating/ }))
    await keys.fill('Who sees to it?', 'Lead for genomics')
    await keys.fill('Day', '31')
    await keys.fill('Month', '3')
    await keys.fill('Year', '2027')
    for (const gap of ['Cost', 'Patient benefit', 'Inequalities'])
      await keys.choose(page.getByRole('group', { name: gap, exact: true }).getByLabel('Not assessed'))
    await keys.choose(page.getByRole('group', { name: 'May board members see this draft?' }).getByLabel('No'))
    await keys.activate('button', 'Save the cover', page.getByText('The cover is saved.'))
    await page.close()
  })

  it('is not there for the board, until the scan team shows it', async () => {
    expect((await board.request.get(`${server.base}/api/v1/editions/${draft}`)).status()).toBe(404)
    const page = await opened(team, `/editions/${draft}`)
    await page.getByText(/Nothing stops its approval/).waitFor()
    await page.getByRole('link', { name: 'Show the draft to the board …' }).click()
    await page.getByRole('button', { name: 'Show it to the board' }).click()
    await page.getByText('Board members can see the draft.').waitFor()
    await page.close()
  })

  it('is read by a board member as a draft: its radar and its two pages say so', async () => {
    const page = await opened(board, '/editions')
    await page.getByRole('link', { name: '2026 radar, draft for board' }).click()
    await page.getByText('Plan for it in every region.').waitFor()
    await page.getByRole('link', { name: 'Its radar' }).click()
    await page.getByRole('heading', { name: 'Draft for board: figures may still change' }).waitFor()
    await page.locator('svg [data-place="1"]').waitFor()
    await page.close()

    const paper = await paperOf(board, draft)
    expect(paper.pages).toBe(2)
    expect(paper.text).toContain('Draft for board: figures may still change')
    expect(paper.text).toContain('Plan for it in every region.')
  })

  it('is published with its approval, and is then what the radar shows', async () => {
    const page = await opened(team, `/editions/${draft}`)
    await page.getByRole('link', { name: 'Record the approval and publish …' }).click()
    await page.getByLabel('Approved by').fill('Strategic advisory board')
    await page.getByLabel('At which meeting').fill('Its meeting of May')
    await page.getByLabel('Day').fill('4')
    await page.getByLabel('Month').fill('5')
    await page.getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Record the approval and publish' }).click()
    await page.getByText('Published as edition 3.').waitFor()
    await page.close()

    const radar = await opened(board, '/')
    expect(new URL(radar.url()).search).toBe('?edition=3')
    expect(await radar.getByLabel('Showing').locator(':checked').textContent()).toMatch(/^2026 radar, edition 3/)
    await radar.close()
  })

  it('is compared with the one before: sums that add up, and what was worded anew', async () => {
    const page = await opened(board, '/editions/3')
    await page.getByRole('link', { name: /^What changed since 2025 radar/ }).click()
    const sums = await page
      .getByText(/\d+ new/)
      .first()
      .textContent()
    const [start, come, adopted, dropped, end] = (
      sums!.match(/\d+(?= (?:ranked|new|adopted|dropped|in|are))|= \d+/g) ?? []
    ).map((text) => Number(text.replace(/\D/g, ''))) as [number, number, number, number, number]
    expect({ sums, end }).toEqual({ sums, end: start + come - adopted - dropped })
    await page.getByText(reworded).first().waitFor()
    await page.close()
  })

  it('is taken away in every form, and each is read back by what did not write it', async () => {
    const ranking = (await (
      await board.request.get(`${server.base}/api/v1/ranking?edition=3&limit=500`)
    ).json()) as Ranking
    const expected = { names: ranking.items.map(({ name }) => name), title: '2026 radar' }
    const page = await opened(board, '/editions/3')
    await readTables(page, expected)
    await readSlides(page, expected)
    await readOffline(page, browser, expected)
    await readRadarFiles(page, expected)
    await readFeed(page, server.base, expected)
    await page.close()
  })

  it('has the meeting’s decision recorded beside it, by a board member', async () => {
    const page = await opened(board, '/editions/3')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.getByLabel('What was decided').fill('Accepted, with a report in the autumn.')
    await page.getByLabel('At which meeting').fill('The board of May')
    await page.getByLabel('Day').fill('5')
    await page.getByLabel('Month').fill('5')
    await page.getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.getByText('The decision is recorded.').waitFor()
    await page.getByText('Accepted, with a report in the autumn.').waitFor()
    await page.close()
  })

  it('is withdrawn with a reason, says so wherever it is shown, and the radar goes back to the one before', async () => {
    const page = await opened(team, '/editions/3?act=withdraw')
    await page.getByLabel('Why?').fill('Two panels were counted twice.')
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('It is withdrawn.').waitFor()
    await page.close()

    for (const path of ['/editions/3', '/?edition=3', '/ranking?edition=3']) {
      const shown = await opened(board, path)
      await shown.getByRole('heading', { name: /^Withdrawn on .*: do not use$/ }).waitFor()
      await shown.getByText('Because: Two panels were counted twice.').waitFor()
      await shown.close()
    }
    const radar = await opened(board, '/')
    expect(new URL(radar.url()).search).toBe('?edition=2')
    await radar.close()
    expect((await paperOf(board, '3')).text).toMatch(/Withdrawn on .*: do not use/)
  })
})

describe('the board paper', () => {
  it.each(['1', '2'])('of edition %s is two pages of A4', async (edition) => {
    const { pages, text } = await paperOf(board, edition)
    expect(pages).toBe(2)
    expect(text).toContain('Demonstration answers.')
    expect(text).not.toContain('(in full in the edition)')
  })

  it('is two pages where every text is as long as it may be, and says what it shortened', async () => {
    const { pages, text, clipped } = await paperOf(board, await longest())
    expect(pages).toBe(2)
    expect(clipped).toBe(false)
    expect(text).toContain('(in full in the edition)')
  })
})

async function signedInAs(role: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role } })
  return context
}

async function opened(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.base + path, { waitUntil: 'networkidle' })
  return page
}

/** An edition is published between rounds. */
async function closeOpenRound(): Promise<void> {
  const { rounds } = (await (await team.request.get(`${server.base}/api/v1${scan}`)).json()) as Scan
  const open = rounds.find(({ state }) => state === 'open')!
  const url = `${server.base}/api/v1/rounds/${open.id}/close`
  expect((await team.request.post(url, { headers: { ...ofOurs, 'If-Match': '*' } })).status()).toBe(200)
}

const reworded = 'Images of whole DNA molecules, read for large changes.'

/** What the edition before says otherwise. */
async function wordAnew(): Promise<void> {
  const url = `${server.base}/api/v1/technologies/optical-genome-mapping`
  const { name, kind, readiness, readinessBasis, category, specialisms } = (await (
    await team.request.get(url)
  ).json()) as Technology
  const slugs = specialisms.map(({ slug }) => slug)
  const change = { name, kind, readiness, readinessBasis: readinessBasis === 'not-set' ? 'assessed' : readinessBasis }
  const data = { ...change, description: reworded, category: category.slug, specialisms: slugs }
  expect((await team.request.put(url, { data, headers: { 'If-Match': '*' } })).status()).toBe(200)
}

/** What it says on the screen, how many pages it has as a PDF, and whether anything of it lies outside of its sheet. */
async function paperOf(context: BrowserContext, edition: string) {
  const page = await opened(context, `/editions/${edition}/paper`)
  const sheets = page.locator('.offing-sheet')
  await sheets.nth(1).waitFor()
  await page.getByText('still being worked out').first().waitFor({ state: 'detached' })
  const text = (await sheets.allInnerTexts()).join('\n')
  const clipped = await sheets.evaluateAll((all) => all.some((one) => one.scrollHeight > one.clientHeight))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.close()
  return { text, clipped, pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 }
}

/** A draft with a cover as long as the interface takes it; its id. */
async function longest(): Promise<string> {
  const api = `${server.base}/api/v1`
  const started = (await (await team.request.post(`${api}${scan}/editions`, { data: {} })).json()) as Edition
  const ranking = (await (await team.request.get(`${api}/ranking?edition=${started.id}&limit=60`)).json()) as Ranking
  const long = (length: number) =>
    'Considerations of services and of people. '
      .repeat(60)
      .slice(0, length - 1)
      .trim()
  const gap = { assessed: true, text: long(600) }
  const recommendations = [0, 1, 2, 3, 4].map((n) => ({
    text: long(600),
    owner: long(120),
    by: '2027-03-31',
    technologies: ranking.items.slice(10 * n, 10 * n + 10).map(({ slug }) => slug),
  }))
  const data = {
    title: long(120),
    note: long(2000),
    purpose: 'decision',
    shownToBoard: true,
    gaps: { cost: gap, patientBenefit: gap, inequalities: gap },
    recommendations,
  }
  const saved = await team.request.put(`${api}/editions/${started.id}`, { data, headers: { 'If-Match': '*' } })
  expect(saved.status()).toBe(200)
  return started.id
}
