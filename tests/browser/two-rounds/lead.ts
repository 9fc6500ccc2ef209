import { expect } from '@jest/globals'
import { Keyboard } from '../../support/keyboard.ts'

/** What a specialism lead does in the story, by keys. */
export class Lead extends Keyboard {
  /** From the link of the invitation to the first item: a password, the notice, no interests. */
  async begin(link: string, password: string): Promise<void> {
    await this.page.goto(link)
    await this.fill('Password', password)
    await this.press('Enter')
    await this.page.getByRole('heading', { level: 1, name: 'My answers' }).waitFor()
    await this.ensureFocus()
    await this.page.getByText(/^\d+ items?, about \d+ minutes?/).waitFor()
    const none = this.page.getByRole('button', { name: 'I have none: start' })
    await this.activate('button', 'I have read this', none)
    await this.activate('button', 'I have none: start', this.page.getByRole('button', { name: '9', exact: true }))
  }

  async signIn(base: string, email: string, password: string): Promise<void> {
    await this.page.goto(`${base}/my-answers`)
    await this.fill('Email address', email)
    await this.fill('Password', password)
    await this.press('Enter')
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  /** The item on the page, as "technology/specialism". */
  item(): string {
    return new URL(this.page.url()).searchParams.get('item') ?? ''
  }

  /** "Audiology · item 3 of 6", without how it stands. */
  private async place(): Promise<string> {
    const text = await this.page.locator('.offing-item > p').first().textContent()
    return /^.* · item \d+ of \d+/.exec(text!)![0]
  }

  /** Waits until another item, or what comes after the last, is on the page and has the focus. */
  private async leaves(here: string): Promise<void> {
    await this.page.waitForFunction((before) => !document.body.textContent?.includes(before), here)
    await this.ensureFocus()
  }

  /**
   * Answers every item by the keys that `answer` gives for it; none is "leave it out". Each takes no more than two presses, the
   * page going on by itself.
   */
  async answerAll(answer: (item: string) => string): Promise<void> {
    const count = Number(/item \d+ of (\d+)/.exec(await this.place())![1])
    for (let n = 0; n < count; n++) {
      const here = await this.place()
      const keys = [...answer(this.item())]
      const before = this.presses
      await this.press(...(keys.length > 0 ? keys : ['Enter']))
      expect(this.presses - before).toBeLessThanOrEqual(2)
      await this.leaves(here)
    }
  }

  /** Goes to an item of the list. */
  async goTo(technology: string): Promise<void> {
    await this.activate('link', 'All items', this.page.getByRole('link', { name: technology }))
    await this.activate('link', technology, this.page.getByRole('heading', { level: 1, name: technology }))
  }

  async typeYears(early: string, late: string, middle: string): Promise<void> {
    await this.fill('As early as', early)
    await this.fill('As late as', late)
    await this.fill('Middle guess', middle)
    await this.press('Enter')
  }

  /** In a later round: what was read and declared before stands, so one press leads to the first item. */
  async beginAgain(base: string): Promise<void> {
    await this.page.goto(`${base}/my-answers`)
    await this.activate('link', 'Start', this.page.getByRole('button', { name: '9', exact: true }))
  }

  async seeThePanel(): Promise<void> {
    await this.page.getByRole('heading', { name: 'How the panel answered, up to round 1' }).waitFor()
  }

  /** Keeps the answer on the page, the panel's beside it, in one press. */
  async keep(): Promise<void> {
    const here = await this.place()
    await this.seeThePanel()
    await this.press('k')
    await this.leaves(here)
  }

  async change(impact: string, years: [string, string, string]): Promise<void> {
    await this.seeThePanel()
    await this.press(impact)
    await this.typeYears(...years)
    await this.page.getByRole('heading', { name: /^Your answer is outside the middle half/ }).waitFor()
    await this.ensureFocus()
  }

  async withdraw(): Promise<void> {
    const open = this.page.getByRole('button', { name: 'Withdraw my answer …' })
    const dialog = this.page.getByRole('dialog')
    await this.tabTo(open)
    await this.press('Enter')
    await dialog.waitFor()
    await this.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await this.tabTo(open)
    await this.press('Enter')
    await this.tabTo(dialog.getByRole('button', { name: 'Withdraw my answer' }))
    await this.press('Enter')
    await this.page.getByText('Withdrawn', { exact: true }).first().waitFor()
    await this.ensureFocus()
  }

  /** Stops with something left. Where that was the last in this lead's order, there is no item to stop at. */
  async stop(done: string): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: done })
    if (this.item()) await this.activate('link', 'Stop here', title)
    await title.waitFor()
  }

  async saveFromTheCut(base: string, technology: string, reason: string): Promise<void> {
    await this.page.goto(`${base}/technologies`)
    await this.activate(
      'link',
      technology,
      this.page.getByRole('heading', { level: 1 }).filter({ hasText: technology }),
    )
    await this.tabTo(this.page.locator('summary', { hasText: 'Ask for it to be looked at again' }))
    await this.press('Enter')
    await this.fill('Why', reason)
    await this.press('Enter')
    await this.page.getByText(`You have saved it: “${reason}”.`).waitFor()
    await this.ensureFocus()
  }

  async reviewAndSign(base: string, technology: string): Promise<void> {
    await this.page.goto(`${base}/my-answers`)
    await this.activate(
      'link',
      'The brief of Audiology',
      this.page.getByRole('heading', { level: 1, name: /Audiology$/ }),
    )
    await this.activate('link', `${technology}: write the review`, this.page.getByLabel('Service model'))
    await this.fill('Service model', 'Fitting at home, with a call from the clinic.')
    await this.choose('Prepare')
    await this.activate('button', 'Save the draft', this.page.getByText('Saved as a draft, version 1.'))
    await this.activate('button', 'Sign this review …', this.page.getByRole('button', { name: 'Sign it' }))
    await this.activate('button', 'Sign it', this.page.getByText(/by Ann First on .* It is what your specialism says/))
  }

  async openTheBrief(technology: string): Promise<void> {
    const brief = this.page.getByRole('heading', { level: 1, name: /Audiology$/ })
    await this.tabTo(this.page.getByRole('link', { name: 'All reviews of Audiology' }), 'Shift+Tab')
    await this.press('Enter')
    await brief.waitFor()
    await this.ensureFocus()
    await this.page.getByRole('link', { name: technology }).first().waitFor()
    await this.page
      .getByText(/Ann First/)
      .first()
      .waitFor()
  }
}
