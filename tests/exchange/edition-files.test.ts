import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'
import { AoeRadar, BackstageRadar, ThoughtworksRadar } from '../../api/contract/radar-files.ts'
import { launchChromium } from '../support/chromium.ts'
import { bytesOf, formulasIn, partsOf, workbooksIn } from '../support/files.ts'
import { givenEdition, givenRanking, yes } from '../support/given-edition.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

/** A demonstration, in which a technology of each edition is now called and described by somebody who means harm. */
let registry: TestRegistry
const evil = `=HYPERLINK("http://evil.example")<script>alert(1)</script>`

beforeAll(async () => {
  registry = await createTestRegistry({ demonstration: true })
  const { scanner } = registry
  const { items } = (await scanner.get('/scans').expect(200)).body
  const draft = (await scanner.post(`/scans/${items[0].slug}/editions`, {}).expect(201)).body
  const { body: first } = await scanner.get(`/ranking?edition=${draft.id}&limit=1`).expect(200)
  const { body: technology, headers } = await scanner.get(`/technologies/${first.items[0].slug}`).expect(200)
  draftId = draft.id
  const change = { ...fieldsOf(technology), name: evil }
  await scanner.put(`/technologies/${first.items[0].slug}`, change, { 'If-Match': headers.etag! }).expect(200)
}, 240_000)
afterAll(closeTestRegistries)

let draftId = ''
const at = (file: string, edition = '2') => registry.scanner.get(`/editions/${edition}/${file}`)

/** What a technology is changed by. */
function fieldsOf({
  name,
  description,
  wouldChange,
  category,
  kind,
  readiness,
  specialisms,
  milestone,
}: Record<string, unknown>) {
  const slugs = (specialisms as { slug: string }[]).map((one) => one.slug ?? one)
  const slug = (category as { slug?: string }).slug ?? category
  return { name, description, wouldChange, category: slug, kind, readiness, specialisms: slugs, milestone }
}

describe('an edition as one HTML file', () => {
  it('opens from a disk, makes no request, breaks no rule of its own policy, and shows radar and list', async () => {
    const file = join(registry.folder, 'edition.html')
    writeFileSync(file, await bytesOf(at('edition.html', draftId)))
    const browser = await launchChromium()
    const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
    const [asked, said]: [string[], string[]] = [[], []]
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => said.push('a dialog')))
    await page.goto(pathToFileURL(file).href)

    expect(asked).toEqual([pathToFileURL(file).href])
    expect(said).toEqual([])
    expect(await page.locator('svg [fill]').count()).toBeGreaterThan(25)
    expect(await page.locator('summary', { hasText: evil }).count()).toBe(1)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toMatch(/Arial/)
    await browser.close()
  }, 120_000)

  it('leads from every name in its list to that technology, also where one is called as a part of the file is', async () => {
    const { scanner, scan } = await givenRanking({ Method: yes(5, 5, 6, 5, 4), Radar: yes(8, 7, 7, 8, 6) })
    await givenEdition(scanner, scan, { recommendations: [] })

    const { text } = await scanner.get('/editions/1/edition.html').expect(200)

    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of ['Method', 'Radar']) {
      const [, id] = new RegExp(`<a href="#([^"]*)">${name}</a></th>`).exec(text)!
      expect(text).toMatch(new RegExp(`<details id="${id}"><summary>\\d\\. ${name}<`))
    }
  })

  it('has a policy that allows its own style and nothing else, and links to the web only', async () => {
    const { text, headers } = await at('edition.html').expect(200)

    const style = /<style>([\s\S]*?)<\/style>/.exec(text)![1]!
    const digest = createHash('sha256').update(style).digest('base64')
    expect(text).toContain(`style-src &#39;sha256-${digest}&#39;; img-src data:`)
    expect(text).not.toMatch(/ style=|<script|javascript:/i)
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|https?:\/\/)/)
    expect(text).toContain('It is not a recommendation to buy, nor a measure of patient benefit or cost.')
    expect(headers['content-disposition']).toMatch(/offing-\d{4}-edition-2\.html/)
  })
})

describe('a board pack', () => {
  it('is well-formed slides with native charts, text that can be changed, and no formula', async () => {
    const bytes = await bytesOf(at('board-pack.pptx', draftId))
    const parts = partsOf(bytes)
    const slides = [...parts].filter(([name]) => /ppt\/slides\/slide\d+\.xml$/.test(name))
    const texts = slides.map(([, xml]) => textsIn(xml))

    for (const [name, xml] of parts)
      if (/\.(xml|rels)$/.test(name)) expect([name, XMLValidator.validate(xml)]).toEqual([name, true])
    expect(slides.length).toBeGreaterThan(15)
    expect(texts.flat().join(' ')).toContain('Draft for board')
    expect(texts.flat().join(' ')).toContain(evil)
    expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBe(10)
    expect(workbooksIn(bytes).length).toBe(10)
    expect(workbooksIn(bytes).flatMap(formulasIn)).toEqual([])
  }, 60_000)
})

function textsIn(xml: string): string[] {
  const found: string[] = []
  JSON.stringify(new XMLParser({ processEntities: true, trimValues: false }).parse(xml), (key, value) => {
    if (key === 'a:t') found.push(...[value].flat().map(String))
    return value
  })
  return found
}

describe('radar files', () => {
  it('are in the form that Thoughtworks’ program reads, in four slices, with a notice', async () => {
    const rows: Record<string, string>[] = parse((await at('radar/thoughtworks.csv').expect(200)).text, {
      columns: true,
      bom: true,
    })
    const blips = ThoughtworksRadar.parse((await at('radar/thoughtworks.json').expect(200)).body)

    expect(Object.keys(rows[0]!)).toEqual(['name', 'ring', 'quadrant', 'isNew', 'status', 'description'])
    expect(rows.length).toBe(blips.length)
    expect(new Set(blips.map(({ quadrant }) => quadrant)).size).toBe(4)
    expect(new Set(blips.map(({ ring }) => ring)).size).toBeLessThanOrEqual(4)
    expect(blips[0]!.description).toMatch(/This form holds 4 slices, and the radar has \d+/)
    expect(new Set(blips.map(({ status }) => status))).toContain('New')
  })

  it('make no formula of a name in CSV', async () => {
    const { text } = await at('radar/thoughtworks.csv', draftId).expect(200)
    const names = (parse(text, { columns: true, bom: true }) as Record<string, string>[]).map(({ name }) => name)
    expect(names).toContain(`'${evil}`)
  })

  it('are in the form of AOE, each item on a spot in its own slice and ring', async () => {
    const { items, quadrants, rings, notice } = AoeRadar.parse((await at('radar/aoe.json').expect(200)).body)

    expect(quadrants.length).toBe(4)
    expect(notice).toMatch(/joined/)
    for (const { position, ring, quadrant } of items) {
      const [x, y] = [position[0]! - 400, position[1]! - 400]
      const outer = rings.findIndex(({ id }) => id === ring)
      expect(Math.hypot(x, y)).toBeLessThan(rings[outer]!.radius * 400)
      expect(Math.hypot(x, y)).toBeGreaterThan((rings[outer - 1]?.radius ?? 0) * 400)
      expect(quadrants.findIndex(({ id }) => id === quadrant)).toBe(x < 0 ? (y < 0 ? 0 : 2) : y < 0 ? 1 : 3)
    }
  })

  it('are in the form of Backstage, every category with a slice of its own', async () => {
    const { quadrants, entries, rings } = BackstageRadar.parse((await at('radar/backstage.json').expect(200)).body)

    expect(quadrants.length).toBeGreaterThan(4)
    const known = new Set(quadrants.map(({ id }) => id))
    expect(entries.every(({ quadrant }) => known.has(quadrant))).toBe(true)
    expect(entries.every(({ timeline }) => rings.some(({ id }) => id === timeline[0]!.ringId))).toBe(true)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })
})

describe('the feed of editions', () => {
  it('is Atom that two parsers read, with stable ids, absolute links for this machine and movements', async () => {
    const { text } = await registry.scanner.get('/editions.atom').expect(200)

    expect(XMLValidator.validate(text)).toBe(true)
    const { entries, id, updated } = parseAtomFeed(text)
    const ids = entries!.map((entry) => entry.id!)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((one) => /^urn:uuid:[0-9a-f-]{36}(#[0-9a-f-]{36})?$/.test(one))).toBe(true)
    const editions = entries!.filter((entry) => !entry.id!.includes('#'))
    expect(editions.map((entry) => entry.title?.value ?? entry.title)).toEqual([
      expect.stringMatching(/edition 2/),
      expect.stringMatching(/edition 1/),
    ])
    expect(entries!.length).toBeGreaterThan(10)
    expect(id).toMatch(/^(http:|urn:)/)
    expect(updated).toBeTruthy()
    expect(text).not.toContain(draftId)
  })

  it('does not repeat a Host that comes through a proxy', async () => {
    const { text } = await registry.scanner
      .get('/editions.atom')
      .set({ Host: '192.0.2.66', 'X-Forwarded-For': '10.0.0.1' })
      .expect(200)
    expect(text).not.toContain('192.0.2.66')
  })
})

it('lets nobody take away a draft that they may not see', async () => {
  const board = await registry.addPerson(['board'])
  for (const file of ['edition.html', 'board-pack.pptx', 'radar/aoe.json']) {
    await board.get(`/editions/${draftId}/${file}`).expect(404)
    await registry.nobody.get(`/editions/2/${file}`).expect(401)
  }
  await board.get('/editions/2/radar/aoe.json').expect(200)
})
