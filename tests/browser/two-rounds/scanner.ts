import { expect } from '@jest/globals'
import { generateSync } from 'otplib'
import { Keyboard } from '../../support/keyboard.ts'

export const scanName = 'Hearing and nerves 2026'

/** What the horizon-scan team does in the story, by keys. */
export class Scanner extends Keyboard {
  /** For the first time, and so setting up the code from a phone: the key is typed into the phone, which shows a code. */
  async signIn(base: string, email: string, password: string): Promise<void> {
    await this.page.goto(base)
    await this.fill('Email address', email)
    await this.fill('Password', password)
    await this.press('Enter')
    await this.page.getByRole('heading', { level: 1, name: 'Set up a code from your phone' }).waitFor()
    const key = this.page.locator('.offing-account__key')
    await this.activate('button', 'Set it up now', key)
    await this.fill('Code', generateSync({ secret: (await key.textContent())!.replaceAll(' ', '') }))
    await this.press('Enter')
    await this.page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    await this.activate('button', 'I have kept them: go on', this.page.getByRole('navigation', { name: 'Main' }))
  }

  async enterTechnology(name: string): Promise<void> {
    await this.activate('link', 'Technologies', this.page.getByRole('heading', { level: 1, name: /technologies/i }))
    await this.activate('link', 'Enter a technology', this.page.getByLabel('Name', { exact: true }))
    await this.fill('Name', name)
    await this.select('Category', 'Neurotechnology')
    await this.fill('What it is', 'An implant that fits itself to the listener.')
    await this.findSpecialism('Audiology')
    await this.select('Stage of development', '7 of 9')
    await this.activate('button', 'Add evidence', this.page.getByLabel('Kind of evidence'))
    await this.select('Kind of evidence', 'Trial')
    await this.fill('What the source says', 'Fitted 40 people without a visit.')
    await this.choose('It happened')
    await this.fill(this.page.getByRole('group', { name: 'Date', exact: true }).getByLabel('Year'), '2025')
    await this.fill('Title of the source', 'A first trial')
    await this.fill('Who published it', 'Journal of Trials')
    await this.choose('Research')
    await this.activate('button', 'Save the technology', this.heading(`${name} is in the registry`))
  }

  async createScan(): Promise<void> {
    await this.activate('link', 'Scans', this.heading('Scans'))
    await this.activate('link', 'Create a scan', this.heading('Create a scan'))
    await this.fill('Name', scanName)
    await this.fill('First year', '2026')
    await this.findSpecialism('Audiology')
    await this.findSpecialism('Neurophysiology')
    await this.activate('button', 'Create the scan', this.heading(scanName))
  }

  /** Types a part of a specialism's name, and ticks the one that is found. */
  async findSpecialism(name: string): Promise<void> {
    const search = this.page.getByLabel('Find a specialism')
    await search.waitFor()
    // It stands above the boxes, so from the second one on the way leads back.
    const isBefore = await search.evaluate(
      (field) => (document.activeElement?.compareDocumentPosition(field) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING,
    )
    await this.tabTo(search, isBefore ? 'Shift+Tab' : 'Tab')
    await this.press('ControlOrMeta+a')
    await this.page.keyboard.type(name)
    await this.check(name)
  }

  async changeAndApproveTheMethod(): Promise<void> {
    await this.activate('link', 'Change the method, or record its approval', this.heading(/^The method of/))
    await this.fill('How much services change', '55')
    await this.fill('How soon', '15')
    await this.page.getByText('They add up to 100%.').waitFor()
    await this.choose(this.page.getByRole('group', { name: 'Has this method been approved?' }).getByLabel('Yes'))
    await this.fill('Approved by', 'Strategic advisory board')
    await this.fill('At which meeting', 'its meeting of 2 March')
    await this.fill('Day', '2')
    await this.fill('Month', '3')
    await this.fill('Year', '2026')
    await this.activate('button', 'Save the method', this.page.getByText('Version 2 of the method is in force'))
  }

  /** The dialogue in which the system asks for a file cannot be driven: the field has the focus, and is given the file. */
  async invite(people: { name: string; email: string; specialisms: string }[]): Promise<void> {
    await this.activate('link', 'Invite from a spreadsheet', this.heading(/^Invite people/))
    const [first, ...others] = people
    await this.giveSpreadsheet([{ ...first!, specialisms: 'Audiologie' }, ...others])
    await this.page.getByText(/^Error in row 2, column C \(Specialisms\): /).waitFor()
    await this.page.getByText(/1 row cannot be used/).waitFor()
    await this.giveSpreadsheet(people)
    await this.activate('button', 'Put 5 rows on the panel', this.page.getByText(/^5 people are on the panel/))
  }

  private async giveSpreadsheet(people: { name: string; email: string; specialisms: string }[]): Promise<void> {
    const rows = people.map(({ name, email, specialisms }) => `${name},${email},${specialisms}`)
    const buffer = Buffer.from(['Name,Email address,Specialisms', ...rows, ''].join('\r\n'))
    const field = this.page.getByLabel(/^Spreadsheet/)
    await this.tabTo(field)
    await field.setInputFiles({ name: 'panel.csv', mimeType: 'text/csv', buffer })
  }

  async backToScan(): Promise<void> {
    await this.tabTo(this.page.getByRole('link', { name: scanName, exact: true }), 'Shift+Tab')
    await this.press('Enter')
    await this.page.getByRole('heading', { level: 2, name: 'Rounds' }).waitFor()
    await this.ensureFocus()
  }

  async prepareFirstRound(technologies: number): Promise<void> {
    await this.activate('link', 'Prepare the first round', this.heading(/^Prepare round 1/))
    await this.fill('Day', '30')
    await this.fill('Month', '6')
    await this.fill('Year', '2099')
    await this.activate('button', 'Prepare the round', this.page.getByText('Round 1 is prepared.'))
    await this.activate(
      'button',
      'Ask about all in the registry that may affect these specialisms',
      this.page.getByText(`Round 1 now asks about ${technologies} technologies.`),
    )
  }

  async openRound(number: number): Promise<void> {
    await this.tabTo(this.page.getByRole('link', { name: `Open round ${number} …` }), 'Shift+Tab')
    await this.press('Enter')
    await this.heading(/^Open round/).waitFor()
    await this.page.getByText(/^About .* minutes? for each panel member/).waitFor()
    await this.activate('button', `Open round ${number}`, this.page.getByText(`Round ${number} is open.`))
  }

  /** Writes the invitations, and copies each as one does without a mail server: the text of each by its address. */
  async copyInvitations(emails: string[]): Promise<Map<string, string>> {
    await this.activate('link', 'Write to the panel', this.heading('Messages to the panel'))
    await this.choose('Invitation')
    await this.activate('button', 'Write 5 messages', this.page.getByText('5 messages are ready to be copied.'))
    await this.activate('button', 'Show the messages to copy', this.page.getByLabel('Message', { exact: true }))
    const copied = new Map<string, string>()
    for (const message of await this.page.getByRole('article').all()) {
      await this.tabTo(message.getByRole('button', { name: 'Copy the message' }))
      await this.press('Enter')
      await message.getByText('Copied.').waitFor()
      const text = (await message.textContent())!
      const email = emails.find((one) => text.includes(one))!
      copied.set(email, await this.page.evaluate(() => navigator.clipboard.readText()))
    }
    await this.activate('button', 'Mark all 5 as sent', this.page.getByText('5 messages are marked as sent.'))
    return copied
  }

  /** Comes back later, from the list of scans. */
  async openScan(): Promise<void> {
    await this.page.goto(new URL('/scans', this.page.url()).href)
    await this.activate('link', scanName, this.heading(scanName))
  }

  async seeWhoHasNotFinished(): Promise<string[]> {
    await this.openScan()
    await this.activate('link', /^All specialisms and the 1 person not finished/, this.page.getByRole('table').first())
    const people = this.page.getByRole('table', { name: /^Not finished/ })
    await people.waitFor()
    return people.getByRole('rowheader').allTextContents()
  }

  async closeRound(number: number): Promise<void> {
    await this.tabTo(this.page.getByRole('link', { name: `Close round ${number} …` }), 'Shift+Tab')
    await this.press('Enter')
    await this.heading(/^Close round/).waitFor()
    await this.activate('button', `Close round ${number}`, this.page.getByText(`Round ${number} is closed.`))
  }

  async noteADiscussion(technology: string, note: string): Promise<void> {
    await this.activate('link', 'Discussion sheets', this.heading(/^Discussion sheets/))
    await this.activate('link', /^All \(/, this.page.getByRole('heading', { level: 2, name: technology }))
    const write = this.page.locator('summary', { hasText: `Write a note on ${technology}` })
    await this.tabTo(write)
    await this.press('Enter')
    const sheet = this.page.getByRole('article').filter({ has: write })
    await this.tabTo(sheet.getByLabel('What was said'))
    await this.page.keyboard.type(note)
    await this.tabTo(sheet.getByRole('button', { name: 'Save the note' }))
    await this.press('Enter')
    await this.page.getByRole('article').getByText(note).first().waitFor()
    await this.page.getByText('The note is saved.').waitFor()
    await this.ensureFocus()
  }

  /** All that is ranked and what a lead has saved, but one that is taken out; three years are asked. */
  async prepareSecondRound({ saved, without }: { saved: RegExp; without: string }): Promise<void> {
    await this.openScan()
    await this.activate('link', 'Prepare the next round', this.heading(/^Prepare round 2/))
    await this.lookAtGroups('1')
    await this.page.getByText(/^[1-4] of [1-4] technologies? chosen/).waitFor()
    await this.lookAtGroups('20')
    await this.page.getByText('6 of 6 technologies chosen').waitFor()
    await this.ensureFocus()
    expect(await this.page.getByText(saved).count()).toBe(1)
    await this.tabTo(this.page.getByRole('checkbox', { name: without }))
    await this.press('Space')
    await this.page.getByText('5 of 6 technologies chosen').waitFor()
    await this.choose('Three years')
    await this.activate('button', 'Prepare the round', this.page.getByText('Round 2 is prepared.'))
  }

  private async lookAtGroups(groups: string): Promise<void> {
    const field = this.page.getByLabel('How many of the first groups?')
    await this.fill(field, groups)
    await this.press('Enter')
  }

  async seeTheRanking(names: string[]): Promise<void> {
    await this.activate('link', 'Ranking', this.heading('Ranking'))
    for (const name of names) await this.page.getByRole('row').filter({ hasText: name }).first().waitFor()
  }

  private heading(name: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name })
  }
}
