import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Readings } from '../../../api/contract/readings.ts'
import { weigher } from '../../../api/ranking/reweigh.ts'
import { criteria } from '../../../api/scans/method.ts'
import { moveWeight } from '../../../api/scans/move-weight.ts'
import { launchChromium } from '../../support/chromium.ts'
import { Client } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { tokens } from '../registry.ts'
import { startOffing } from '../servers.ts'
import type { Size } from '../sizes.ts'

const aimMs = 16
const moves = 60

/** A weight is moved: the arithmetic by itself, and on the page "What if" in a real browser. */
export async function measureWhatIf(file: string, size: Size, folder: string): Promise<Figure[]> {
  const copy = join(folder, 'what-if.db')
  copyFileSync(file, copy)
  const offing = await startOffing(copy, tokens.scanner, '/api/v1/ranking/readings')
  const client = new Client(offing.origin, tokens.scanner)
  const { body } = await client.expect('GET', '/api/v1/ranking/readings')
  client.close()
  const figures = [
    figureOf(size, 'a weight moved: ranking again, the arithmetic', arithmetic(JSON.parse(body.toString()))),
  ]
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name: 'offing_session', value: tokens.scanner, url: offing.origin }])
  const { table, radar } = await onPage(await context.newPage(), offing.origin)
  figures.push(figureOf(size, 'a weight moved: to the new rows on the page', table))
  figures.push({ ...figureOf(size, 'a weight moved: to the new radar on the page', radar), aim: '', held: null })
  await browser.close()
  await offing.stop()
  for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  return figures
}

function figureOf(size: Size, what: string, took: readonly number[]): Figure {
  const [ms, slowestMs] = [median(took), Math.max(...took)]
  return {
    size: size.name,
    what,
    measured: `${shortMs(ms)}, the slowest of ${took.length} ${shortMs(slowestMs)}`,
    aim: `${aimMs} ms`,
    held: ms <= aimMs,
    numbers: { ms, slowestMs },
  }
}

function arithmetic(readings: Readings): number[] {
  const weigh = weigher(readings)
  return Array.from({ length: moves }, (_, i) => {
    const weights = moveWeight(readings.weights, criteria[i % criteria.length]!, 100 * i)
    const start = performance.now()
    weigh(weights)
    return performance.now() - start
  })
}

interface Timed {
  tableTook: number[]
  radarTook: number[]
}

/** Keys on a slider, one after the other, each when the page has come to rest. */
async function onPage(page: Page, origin: string): Promise<{ table: number[]; radar: number[] }> {
  await page.goto(`${origin}/what-if`, { waitUntil: 'networkidle' })
  const slider = page.getByRole('slider', { name: 'How soon' })
  await slider.focus()
  // What runs this file gives functions their names by a helper, which the page lacks.
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(timeMoves)
  for (let i = 0; i < moves; i++) {
    await page.keyboard.press(i < moves / 2 ? 'ArrowRight' : 'ArrowLeft')
    await page.waitForTimeout(80)
  }
  return page.evaluate(() => {
    const { tableTook, radarTook } = window as unknown as Timed
    return { table: tableTook, radar: radarTook }
  })
}

/** In the page: from the slider's own event to when rows, and marks, first differ in the document. */
function timeMoves(): void {
  const timed = window as unknown as Timed
  timed.tableTook = []
  timed.radarTook = []
  let since = 0
  const waiting = { table: false, radar: false }
  document.addEventListener(
    'input',
    () => {
      since = performance.now()
      waiting.table = waiting.radar = true
    },
    true,
  )
  const watch = (what: 'table' | 'radar', selector: string, took: number[]) =>
    new MutationObserver(() => {
      if (!waiting[what]) return
      waiting[what] = false
      took.push(performance.now() - since)
    }).observe(document.querySelector(selector)!, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
  watch('table', '.offing-what-if__table tbody', timed.tableTook)
  watch('radar', '.offing-what-if__radar svg', timed.radarTook)
}
