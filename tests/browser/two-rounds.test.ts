import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { evidenceRequest } from '../support/given.ts'
import { Installation, type ServerProcess } from '../support/server-process.ts'
import { Lead } from './two-rounds/lead.ts'
import { Scanner } from './two-rounds/scanner.ts'

/** A scan of two rounds with five leads, from the invitation to the closed second round, by keys alone. */

const password = 'quiet harbour seven lamps'
const typed = 'Self-fitting cochlear implant'
const others = ['Nerve tester at home', 'Balance rig', 'Remote ear camera', 'Sleep headband', 'Voice screening']
const people = ['Ann First', 'Bo Second', 'Cy Third', 'Di Fourth', 'Eve Fifth'].map((name) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
  specialisms: 'Audiology',
}))
people[0]!.specialisms = 'Audiology; Neurophysiology'

let installation: Installation
let server: ServerProcess
let browser: Browser
const windows: Window[] = []

interface Window {
  context: BrowserContext
  page: Page
  errors: string[]
}

beforeAll(async () => {
  installation = new Installation()
  server = await installation.start({ args: ['--empty'] })
  await installation.addAccount('sam.scanner@example.org', 'scanner', password)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  installation.remove()
})

/** What each lead answers in the first round, in the order of `people`: keys as pressed, nothing for an item left out. */
const answers: Record<string, string[]> = {
  'self-fitting-cochlear-implant': ['8b', '8b', '7b', '9b', '8b'],
  'nerve-tester-at-home': ['7b', '6b', '7b', '5b', '6b'],
  'balance-rig': ['5c', 'n', '6b', '5b', '4b'],
  'remote-ear-camera': ['4b', '5b', 'j', '4b', '5b'],
  'sleep-headband': ['3b', '4b', '3b', '2b', ''],
  'voice-screening': ['5b', '9b', '2b', '8b', '1b'],
}

describe('a scan of two rounds', () => {
  it('runs from invitation to closed second round by keyboard alone', async () => {
    const scanner = new Scanner(await newPage())
    await scanner.signIn(server.base, 'sam.scanner@example.org', password)
    await scanner.enterTechnology(typed)
    for (const name of others) await enterByInterface(scanner.page, name)
    await scanner.createScan()
    await scanner.changeAndApproveTheMethod()
    await scanner.invite(people)
    await scanner.backToScan()
    await scanner.prepareFirstRound(6)
    await scanner.openRound(1)
    const invitations = await scanner.copyInvitations(people.map(({ email }) => email))
    expect(invitations.size).toBe(5)

    const leads: Lead[] = []
    for (const { email } of people) leads.push(await firstSitting(invitations.get(email)!, leads.length))
    const [ann, bo, cy, di, eve] = leads as [Lead, Lead, Lead, Lead, Lead]
    await eve.stop('5 of 6 done')
    expect(await scanner.seeWhoHasNotFinished()).toEqual(['Eve Fifth'])
    await scanner.closeRound(1)

    await scanner.noteADiscussion('Voice screening', 'Two of us think of children, three of adults.')
    await eve.saveFromTheCut(server.base, 'Sleep headband', 'I had no time for it.')
    await scanner.prepareSecondRound({ saved: /saved by Eve Fifth: “I had no time for it.”/, without: 'Balance rig' })
    await scanner.openRound(2)

    await ann.beginAgain(server.base)
    for (let n = 0; n < 6; n++) await ann.keep()
    await ann.page.getByRole('heading', { level: 1, name: 'All 6 done. Thank you.' }).waitFor()
    await bo.beginAgain(server.base)
    await bo.goTo(typed)
    await bo.change('3', ['2028', '2036', '2031'])
    await bo.fill('Your reason', 'Most of our clinics have no booth.')
    await bo.activate('button', 'Save reason and go on')
    await bo.page.getByText(/^Saved: .*1 of 5 done/).waitFor()
    await cy.beginAgain(server.base)
    await cy.goTo(typed)
    await cy.change('5', ['2028', '2033', '2030'])
    await cy.activate('button', 'Skip, no reason')
    await cy.page.getByText(/1 of 5 done/).waitFor()
    await changeTheirMind(di)
    await answerUnseen(eve)

    await scanner.openScan()
    await scanner.closeRound(2)
    await scanner.seeTheRanking([typed, ...others])
    await ann.reviewAndSign(server.base, typed)
    await ann.openTheBrief(typed)
    for (const { errors } of windows) expect(errors).toEqual([])
  })
})

async function firstSitting(invitation: string, who: number): Promise<Lead> {
  const lead = new Lead(await newPage())
  await lead.begin(/http\S+\/welcome#\S+/.exec(invitation)![0], password)
  await lead.answerAll((item) => answers[item.split('/')[0]!]![who]!)
  return lead
}

/** Keeps an answer and takes that back; then withdraws another. */
async function changeTheirMind(lead: Lead): Promise<void> {
  await lead.beginAgain(server.base)
  const item = lead.item()
  await lead.keep()
  await lead.page.getByText(/^Saved: .*1 of 5 done/).waitFor()
  await lead.press('u')
  await lead.page.waitForURL((url) => url.searchParams.get('item') === item)
  await lead.page.getByText(/^Put back as it was: /).waitFor()
  await lead.ensureFocus()
  await lead.goTo('Voice screening')
  await lead.page.getByText('Two of us think of children').waitFor()
  await lead.withdraw()
}

/** Who missed an item answers it before seeing the panel's. */
async function answerUnseen(lead: Lead): Promise<void> {
  await lead.beginAgain(server.base)
  expect(lead.item()).toBe('sleep-headband/audiology')
  expect(await lead.page.getByText('How the panel answered').count()).toBe(0)
  await lead.press('6')
  await lead.typeYears('2028', '2034', '2030')
  await lead.seeThePanel()
  await lead.ensureFocus()
  await lead.activate('button', 'Keep mine and go on')
  await lead.page.waitForURL((url) => url.searchParams.get('item') !== 'sleep-headband/audiology')
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  windows.push({ context, page, errors })
  return page
}

/** What is typed once by keys, and is not the point a second time. */
async function enterByInterface(page: Page, name: string): Promise<void> {
  const specialisms = ['audiology', ...(name.includes('erve') ? ['neurophysiology'] : [])]
  const data = {
    name,
    description: `${name}, for clinics.`,
    category: 'neurotechnology-implants',
    readiness: 6,
    specialisms,
    evidence: [evidenceRequest()],
  }
  const answer = await page.request.post(`${server.base}/api/v1/technologies`, { data })
  expect(`${answer.status()} ${answer.status() === 201 ? '' : await answer.text()}`).toBe('201 ')
}
