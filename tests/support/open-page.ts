import type { Page } from 'playwright-core'

/** For how long nothing must be asked of the server: less than the half second that the driver's own waiting takes each time. */
const quietMs = 60

/** Goes to a page and waits until it has its heading and everything that it asked for, and has drawn it. */
export async function openPage(page: Page, address: string): Promise<void> {
  let asked = 0
  let lastChange = Date.now()
  const count = (step: number) => () => {
    asked += step
    lastChange = Date.now()
  }
  const begun = count(1)
  const ended = count(-1)
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended)
  await page.goto(address, { waitUntil: 'load' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  while (asked > 0 || Date.now() - lastChange < quietMs) await new Promise((resolve) => setTimeout(resolve, 10))
  page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
