import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openPage } from '../support/open-page.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'

const scan = '/scans/healthcare-science-scan-2026'
const technology = '/technologies/whole-genome-sequencing-in-routine-care'
const compared = '/compare?technology=whole-genome-sequencing-in-routine-care&technology=ai-blood-film-morphology'

const review = '/reviews/healthcare-science-scan-2026/ai-guided-echocardiography/cardiac-science'
const ofReviews = ['/specialisms', '/specialisms/cardiac-science', '/workforce', review]

const pagesOf = {
  nobody: [
    '/sign-in',
    '/sign-in/link',
    '/sign-in/forgotten-password',
    '/sign-in/new-password',
    '/nominate',
    '/privacy',
    '/accessibility',
  ],
  board: [
    '/',
    '/?show=all&lens=grouping:physiological-sciences',
    '/ranking',
    technology,
    compared,
    '/what-if',
    '/what-if?weights=impact:2000,reach:2000,imminence:5000,readiness:1000',
    '/heat-map',
    '/method',
    scan,
    '/editions',
    '/editions?asOf=2024-06-01',
    '/editions/2',
    '/editions/2/paper',
    '/account',
    '/?edition=1',
    '/ranking?edition=1',
    `${technology}?edition=2`,
    ...ofReviews,
  ],
  scanner: [
    '/technologies',
    '/technologies/new',
    '/technologies?owner=nobody&evidence=stale',
    technology,
    `${technology}/change`,
    `${technology}/changes`,
    '/scans',
    `${scan}/panel`,
    `${scan}/panel?act=many`,
    `${scan}/panel?act=invite`,
    `${scan}/messages`,
    '/scans/new',
    '/sources',
    '/sources/new',
    scan,
    `${scan}/rounds/2`,
    `${scan}/rounds/prepare`,
    `${scan}/rounds/pilot`,
    `${scan}/rounds/1/discussion`,
    `${scan}/method`,
    '/editions/1',
    '/editions/1?act=supersede',
    '/editions/2?act=withdraw',
    '/ranking?list=awaiting',
    '/signals',
    '/signals?state=all',
    '/imports',
    '/imports?kind=radar',
    `${scan}/funnel`,
    `${scan}/funnel?stage=candidate`,
    `${scan}/coverage`,
    `${scan}/coverage?only=empty&specialism=audiology&category=genomics`,
    '/outside-lists',
    '/outside-lists?act=add',
    '/search?q=genome',
    '/duplicates',
    '/duplicates?left=wearable-detection-of-sleep-apnoea&right=home-testing-for-sleep-apnoea',
  ],
  lead: [
    '/my-answers',
    '/my-answers?item=smartwatch-detection-of-atrial-fibrillation/cardiac-science',
    review,
    '/specialisms/respiratory-and-sleep-science',
    '/no-such-page',
  ],
  admin: [
    '/admin',
    '/admin/accounts',
    '/admin/accounts?state=removed',
    '/admin/accounts?act=nominators',
    '/admin/accounts/new',
    '/admin/settings',
    '/admin/audit',
    '/admin/audit?action=technology.enter&via=page',
    '/admin/taxonomy',
    '/admin/tokens',
    '/admin/taxonomy/add/specialism',
  ],
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

const widths = [360, 1280]

describe('every page, narrow and then widened', () => {
  it.each(Object.entries(pagesOf))('as %s, is accessible, fits its width and reports no error', async (role, paths) => {
    const context = await browser.newContext({ viewport: { width: widths[0]!, height: 800 }, locale: 'en-GB' })
    if (role !== 'nobody') await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role } })
    if (role === 'lead') await declareNoInterests(context.request)
    const page = await context.newPage()
    const errors = watchErrors(page)
    for (const path of paths) {
      await page.setViewportSize({ width: widths[0]!, height: 800 })
      await openPage(page, server.base + path)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        expect({ path, width: await widthNeeded(page) }).toEqual({ path, width })
        expect({ path, width, faults: await accessibilityFaults(page) }).toEqual({ path, width, faults: [] })
      }
      expect({ path, errors }).toEqual({ path, errors: [] })
    }
    await context.close()
  })
})

describe('without a mouse', () => {
  it('a reader reaches the third mark of the radar, its reasons and its technology', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.request.post(`${server.base}/api/v1/session/look-around`, { data: { role: 'board' } })
    const page = await context.newPage()
    await openPage(page, server.base)

    await page.locator('svg [data-place="1"]').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('3')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('Enter')

    const name = /^3: (.+?),/.exec(label!)![1]!
    await page
      .getByRole('link', { name: new RegExp(`${name}|sources|taken apart`, 'i') })
      .first()
      .waitFor()
    await context.close()
  })
})

/** Items are shown to those who have said what interests they have. */
async function declareNoInterests(request: APIRequestContext): Promise<void> {
  const url = `${server.base}/api/v1${scan}/my-seat/declaration`
  const response = await request.put(url, { data: { kind: 'none' }, headers: { 'If-Match': '*' } })
  expect(response.status()).toBe(200)
}

function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  // A page nobody knows is answered with status 404, and a visitor not signed in with 401: both are as they should be.
  page.on('console', (line) => line.type() === 'error' && !/40[14]/.test(line.text()) && errors.push(line.text()))
  return errors
}

function widthNeeded(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await checker.run(document, { runOnly })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`.slice(0, 500))
  })
}
