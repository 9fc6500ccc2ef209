import { expect } from '@jest/globals'
import type { ElementHandle, Locator, Page } from 'playwright-core'

type Role = Parameters<Page['getByRole']>[0]
type Name = string | RegExp

/** More stops than any page has on the way to a thing that people come for. */
const most = 140

/**
 * A page driven by nothing but keys, as people do who use no mouse. Whatever cannot be reached by Tab, is hidden when it is reached,
 * or leaves nothing in focus after it was pressed, fails.
 */
export class Keyboard {
  /** Keys pressed so far. */
  presses = 0

  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    this.presses += keys.length
  }

  /** Presses Tab, or Shift+Tab, until the target has the focus. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor({ state: 'attached' })
    let there = await target.elementHandles()
    for (let n = 0; n < most; n++) {
      if (await this.isAt(there)) return this.ensureSeen()
      await this.press(key)
      // Asking by role and name costs more than the press; now and then, in case the page was drawn anew.
      if (n % 10 === 9) there = await target.elementHandles()
    }
    throw new Error(`Not reached by ${most} presses of ${key}: ${target}. The focus is on ${await this.focused()}.`)
  }

  /** Tabs to a link or button, presses it, and waits for what it leads to; something must have the focus then. */
  async activate(role: Role, name: Name, leadsTo?: Locator): Promise<void> {
    await this.tabTo(this.page.getByRole(role, { name, exact: typeof name === 'string' }))
    await this.press('Enter')
    if (!leadsTo) return
    await leadsTo.first().waitFor()
    await this.ensureFocus()
  }

  /** Types into a field, in place of what stands there. */
  async fill(field: Name | Locator, text: string): Promise<void> {
    await this.tabTo(isName(field) ? this.page.getByLabel(field, { exact: typeof field === 'string' }) : field)
    await this.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  /** Chooses a radio button: Tab to its group, then the arrows. */
  async choose(choice: Name | Locator): Promise<void> {
    const target = isName(choice)
      ? this.page.getByRole('radio', { name: choice, exact: typeof choice === 'string' })
      : choice
    await this.tabToGroupOf(target)
    for (let n = 0; n < 10 && !(await hasFocus(target)); n++) await this.press('ArrowDown')
    if (!(await target.isChecked())) await this.press('Space')
    expect(await target.isChecked()).toBe(true)
  }

  /** Chooses from a list by typing the beginning of an entry. */
  async select(label: Name, entry: string): Promise<void> {
    const list = this.page.getByLabel(label, { exact: typeof label === 'string' })
    await this.tabTo(list)
    await this.page.keyboard.type(entry)
    expect(await list.evaluate((at: HTMLSelectElement) => at.selectedOptions[0]?.text)).toContain(entry)
  }

  async check(name: Name): Promise<void> {
    const box = this.page.getByRole('checkbox', { name, exact: typeof name === 'string' })
    await this.tabTo(box)
    await this.press('Space')
    expect(await box.isChecked()).toBe(true)
  }

  /** Something has the focus: with none, a screen reader starts again at the top of the page. */
  async ensureFocus(): Promise<void> {
    await this.page
      .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 3000 })
      .catch(() => {
        throw new Error(`Nothing has the focus on ${this.page.url()}`)
      })
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing')
  }

  /** Tab stops once in a group of radio buttons: at the chosen one, or at its first. */
  private async tabToGroupOf(radio: Locator): Promise<void> {
    await radio.waitFor({ state: 'attached' })
    const isThere = () =>
      radio.evaluate((one: HTMLInputElement) => (document.activeElement as HTMLInputElement)?.name === one.name)
    for (let n = 0; n < most && !(await isThere()); n++) await this.press('Tab')
    if (!(await isThere())) throw new Error(`Not reached by ${most} presses of Tab: the group of ${radio}`)
  }

  private isAt(elements: ElementHandle[]): Promise<boolean> {
    return this.page.evaluate((those) => those.some((one) => one === document.activeElement), elements)
  }

  /** What has the focus is on the screen and not behind something else. */
  private async ensureSeen(): Promise<void> {
    const behind = await this.page.evaluate(() => {
      const element = document.activeElement!
      const box = element.getBoundingClientRect()
      const at = document.elementFromPoint(
        box.left + Math.min(box.width, 40) / 2,
        box.top + Math.min(box.height, 40) / 2,
      )
      const isSeen = at && (element.contains(at) || at.contains(element) || at.closest('label')?.htmlFor === element.id)
      return isSeen ? null : (at?.outerHTML.slice(0, 200) ?? 'off the screen')
    })
    if (behind !== null) throw new Error(`It has the focus and is hidden: ${await this.focused()}, by ${behind}`)
  }
}

const isName = (it: Name | Locator): it is Name => typeof it === 'string' || it instanceof RegExp
const hasFocus = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((one) => one === document.activeElement))
