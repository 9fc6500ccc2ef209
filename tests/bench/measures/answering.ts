import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../support/chromium.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { startOffing } from '../servers.ts'
import { makeSitting, sitterToken } from '../sitting.ts'
import type { Size } from '../sizes.ts'

const items = 60
const aimMs = 100

/** A panel member answers a queue of 60 by keys in a real browser: from each key to the page that shows what it did. */
export async function measureAnswering(file: string, size: Size, folder: string): Promise<Figure> {
  const copy = join(folder, 'sitting.db')
  copyFileSync(file, copy)
  await makeSitting(copy, items)
  const offing = await startOffing(copy, sitterToken, '/api/v1/my-answers')
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'offing_session', value: sitterToken, url: offing.origin }])
  const took = await answerAll(await context.newPage(), offing.origin)
  await browser.close()
  await offing.stop()
  for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  const worst = Math.max(...took)
  return {
    size: size.name,
    what: `a key in a queue of ${items}, to the page that shows it`,
    measured: `${shortMs(median(took))}, the slowest of ${took.length} ${shortMs(worst)}`,
    aim: `${aimMs} ms`,
    held: worst <= aimMs,
    numbers: { ms: median(took), slowestMs: worst },
  }
}

/** Two keys an item, and how long the page took over each, in milliseconds. */
async function answerAll(page: Page, origin: string): Promise<number[]> {
  await page.goto(`${origin}/my-answers`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What runs this file gives functions their names by a helper, which the page lacks.
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(timeKeys)
  for (let n = 0; n < items; n++) {
    await press(page, String(1 + (n % 9)), 2 * n + 1)
    await press(page, 'abcd'[n % 4]!, 2 * n + 2)
  }
  await page.getByText(`All ${items} done`).first().waitFor()
  return page.evaluate(() => (window as unknown as Timed).keysTook)
}

async function press(page: Page, key: string, nth: number): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForFunction((wanted) => (window as unknown as Timed).keysTook.length >= wanted, nth)
}

interface Timed {
  keysTook: number[]
}

/** In the page: from the key's own time stamp to the frame after the one in which the item, or what is chosen on it, changed. */
function timeKeys(): void {
  const timed = window as unknown as Timed
  timed.keysTook = []
  const shown = () =>
    `${document.querySelector('h1')?.textContent} ${document.querySelectorAll('[aria-pressed="true"]').length}`
  const watch = ({ timeStamp }: KeyboardEvent) => {
    const before = shown()
    const look = () => {
      if (shown() === before) return requestAnimationFrame(look)
      return requestAnimationFrame((painted) => timed.keysTook.push(painted - timeStamp))
    }
    requestAnimationFrame(look)
  }
  document.addEventListener('keydown', watch, true)
}
