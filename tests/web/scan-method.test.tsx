import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { MethodVersion } from '../../api/contract/method.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { basisPointsOf, percentOf } from '../../web/scans/method/percent.ts'
import { differences } from '../../web/scans/method-form/differences.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { scan } from '../support/web-given-technology.ts'

const approval = { by: 'The board', meeting: 'the spring meeting', on: '2026-03-12' }
const version = (with_: Partial<MethodVersion> = {}): MethodVersion => ({
  version: 1,
  method: { ...defaultMethod, bandEnds: [2, 5, 10] },
  bands: scan().bands,
  approval: null,
  createdAt: '2026-01-05T09:00:00Z',
  ...with_,
})

function show(present: MethodVersion, one: Partial<Scan> = {}, put?: (asked: Asked) => Answer) {
  const held = scan({ frozenAt: null, rounds: [], ...one })
  const answer = (asked: Asked): Answer =>
    asked.method === 'PUT' && put ? put(asked) : { body: present, etag: `"${present.version}"` }
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['scans.read', 'methods.write']) },
    '/scans': { body: { items: [], total: 0 } },
    '/scans/scan-2026': { body: held, etag: '"1"' },
    '/scans/scan-2026/method': answer,
  })
  return showPage('/scans/scan-2026/method', server)
}

const puts = (asked: Asked[]) => asked.filter(({ method }) => method === 'PUT')

describe('weights in per cent', () => {
  it.each([
    ['60', 6000],
    ['50.5', 5050],
    ['0.01', 1],
    ['100 %', 10_000],
    ['50.555', null],
    ['half', null],
    ['', null],
    ['-5', null],
  ])('take %j for %j basis points', (text, points) => {
    expect(basisPointsOf(text)).toBe(points)
  })

  it('come back as they were, for every whole basis point', () => {
    for (let points = 0; points <= 10_000; points++) expect(basisPointsOf(percentOf(points))).toBe(points)
  })
})

describe('the form for the method', () => {
  it('sends all parameters at once, naming the version that was read', async () => {
    const { user, asked, address } = show(version({ version: 4 }), {}, () => ({ body: version({ version: 5 }) }))
    const soon = await screen.findByLabelText('How soon')
    await user.clear(soon)
    await user.type(soon, '5.5')
    expect(screen.getByText('They add up to 95.5%, and must add up to 100%.')).toBeTruthy()
    const impact = screen.getByLabelText('How much services change')
    await user.clear(impact)
    await user.type(impact, '64.5')
    expect(screen.getByText('They add up to 100%.')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Allowing for strict and generous markers' }))
    await user.click(screen.getByRole('button', { name: 'Save the method' }))

    await waitFor(() => expect(address()).toBe('/scans/scan-2026'))
    expect(puts(asked)[0]?.headers['if-match']).toBe('"4"')
    expect(puts(asked)[0]?.body).toEqual({
      ...defaultMethod,
      weights: { impact: 6450, reach: 2000, imminence: 550, readiness: 1000 },
      raterScale: 'adjusted',
      approval: null,
    })
  })

  it('sends nothing while the weights do not add up, and says what they add up to', async () => {
    const { user, asked } = show(version())
    await user.clear(await screen.findByLabelText('How soon'))
    await user.type(screen.getByLabelText('How soon'), '5')
    await user.click(screen.getByRole('button', { name: 'Save the method' }))
    expect((await screen.findAllByText(/must add up to 100%. They add up to 95%/)).length).toBeGreaterThan(0)
    expect(puts(asked)).toHaveLength(0)
  })

  it('shows the spans in calendar years as they are typed', async () => {
    const { user } = show(version())
    const first = await screen.findByLabelText('The first ends this many years after the start')
    expect(screen.getByText(/chooses from 2026 to 2028, 2029 to 2031, 2032 to 2036 and after 2036/)).toBeTruthy()
    await user.clear(first)
    await user.type(first, '3')
    expect(screen.getByText(/chooses from 2026 to 2029, 2030 to 2031/)).toBeTruthy()
    await user.clear(first)
    await user.type(first, '5')
    expect(screen.getByText('The spans must rise and not overlap.')).toBeTruthy()
  })

  it('records who approved it, at which meeting, on which day', async () => {
    const { user, asked } = show(version(), {}, () => ({ body: version({ version: 2, approval }) }))
    const question = await screen.findByRole('group', { name: 'Has this method been approved?' })
    await user.click(within(question).getByRole('radio', { name: 'Yes' }))
    await user.type(screen.getByLabelText('Approved by'), approval.by)
    await user.type(screen.getByLabelText('At which meeting'), approval.meeting)
    await user.type(screen.getByLabelText('Day'), '12')
    await user.type(screen.getByLabelText('Month'), '3')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Save the method' }))
    await waitFor(() => expect(puts(asked)[0]?.body).toMatchObject({ approval }))
  })

  it('takes an approval off once the rule it was given to is changed', async () => {
    const { user } = show(version({ approval }))
    const fewest = await screen.findByLabelText(/Fewest panel members with an answer/)
    expect(screen.getByLabelText('Approved by')).toBeTruthy()
    await user.clear(fewest)
    await user.type(fewest, '5')
    expect(await screen.findByText(/approval of version 1 does not cover what you have changed/)).toBeTruthy()
    expect(screen.queryByLabelText('Approved by')).toBeNull()
  })

  it('puts a refusal beside its field', async () => {
    const detail = 'Band ends must be whole years that rise.'
    const { user } = show(version(), {}, () => problem(422, detail, { errors: [{ pointer: '/bandEnds', detail }] }))
    await user.click(await screen.findByRole('button', { name: 'Save the method' }))
    expect(await screen.findByText(detail)).toBeTruthy()
  })

  it('is not there once the first round has opened, and says why', async () => {
    show(version(), { frozenAt: '2026-01-12T09:00:00Z' })
    expect(await screen.findByText(/first round opened on 12 January 2026, and the method has been fixed/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save the method' })).toBeNull()
  })
})

it('tells two versions apart in words', () => {
  const after = version({
    method: { ...version().method, minimumPanel: 5, weights: { ...defaultMethod.weights, impact: 5000, reach: 3000 } },
  })
  expect(differences(version(), after)).toEqual([
    'Weights: how much services change 50%, how widespread 30%, how soon 10%, stage of development 10%.',
    'Panel members needed to be ranked: 5.',
  ])
  expect(differences(after, after)).toEqual([])
})
