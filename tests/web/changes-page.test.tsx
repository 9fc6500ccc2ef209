import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { ComparedTechnology, Comparison } from '../../api/contract/comparison.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { adopted, compared, comparison, dropped, isNew, stood } from '../support/web-given-comparison.ts'
import { editionSummary } from '../support/web-given-edition.ts'

const { from, to } = comparison([])
const draft = editionSummary({ id: 'draft-1', number: null, title: '2027 radar', state: 'draft', publishedAt: null })

function show(answer: Answer | ((asked: Asked) => Answer), address = '/editions/2/changes') {
  return showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session(['editions.read', 'ranking.read', 'technologies.read']) },
      '/editions': { body: { items: [draft, to, from], total: 3 } },
      '/editions/2/comparison': answer,
    }),
  )
}

const showing = (items: ComparedTechnology[], with_: Partial<Comparison> = {}) =>
  show({ body: comparison(items, with_) })
const rowOf = (name: string) => screen.getAllByRole('row').find((row) => within(row).queryByRole('link', { name }))!
const text = () => document.body.textContent ?? ''

describe('what changed between two editions', () => {
  it('begins with sums that add up, and with how many of the people are the same', async () => {
    showing([compared('A'), compared('B', isNew), compared('C', dropped), compared('D', adopted)])

    await screen.findByText('3 ranked in 2025 radar + 1 new − 1 adopted − 1 dropped = 2 ranked in 2026 radar.')
    expect(text()).toContain(
      '38 panel members answered for 2025 radar and 41 for 2026 radar; 30 of them are the same people.',
    )
  })

  it('tells what clearly moved first, with its figures and how sure that is', async () => {
    showing([
      compared('Sure', { order: 'up', chance: 0.995, from: stood(9), to: stood(2) }),
      compared('Likely', { order: 'down', chance: 0.08, from: stood(2), to: stood(8, { low: 5, high: 12 }) }),
    ])

    const moved = await screen.findByRole('region', { name: /Clearly moved/ })
    expect(within(moved).getAllByRole('row')).toHaveLength(3)
    expect(rowOf('Sure').textContent).toContain('Up: 99 chances in 100 or more that this is real')
    expect(rowOf('Likely').textContent).toContain('2nd, group 2from 2nd to 5th; 2030')
    expect(rowOf('Likely').textContent).toContain('8th, group 8from 5th to 12th; 2030')
    expect(rowOf('Likely').textContent).toContain('Down: 9 chances in 10 or more that this is real')
    const link = within(rowOf('Sure')).getByRole('link')
    expect(link.getAttribute('href')).toBe('/technologies/sure?edition=2')
  })

  it('says by whose evidence a technology was adopted, and in which list a dropped one is', async () => {
    showing([compared('In use', adopted), compared('Gone', dropped)])

    await screen.findByRole('region', { name: /Adopted/ })
    expect(rowOf('In use').textContent).toContain('2 November 2025: Offered by 40 of 150 trusts.')
    expect(within(rowOf('In use')).getByRole('link', { name: 'Annual audit' }).getAttribute('href')).toBe(
      'https://example.org/audit',
    )
    expect(rowOf('Gone').textContent).toContain('Now: awaiting answers')
    expect(within(rowOf('Gone')).getByRole('link').getAttribute('href')).toBe('/technologies/gone?edition=1')
  })

  it('says what came nearer and what slipped, in years', async () => {
    const { user } = showing([
      compared('Soon', { timing: 'nearer', from: stood(1), to: stood(1, { middleYear: 2029 }) }),
      compared('Slips', { timing: 'further', from: stood(2), to: stood(2, { middleYear: 2033 }) }),
    ])

    const timing = await screen.findByRole('region', { name: /Nearer or further away/ })
    expect(within(timing).getByText('3 years further away')).toBeTruthy()
    expect(within(timing).queryByText('1 year nearer')).toBeNull()
    await user.click(within(timing).getByText('Show 1 technology that moved by one year'))
    expect(await within(timing).findByText('1 year nearer')).toBeTruthy()
  })

  const long = `Clinics move home${', and home'.repeat(15)}.`

  it('shows texts as they were and as they are, and new evidence', async () => {
    showing([
      compared('Told', {
        reworded: [
          { field: 'What would change', before: '', after: long },
          { field: 'Category', before: 'Genomics', after: 'Wearables' },
        ],
        newEvidence: [{ id: 'e', text: 'Works.', date: '2026-01', sourceTitle: 'A trial', sourceUrl: null }],
        goneEvidence: 1,
      }),
    ])

    const told = await screen.findByRole('region', { name: /Reworded, and new evidence/ })
    expect(within(told).getByRole('row', { name: `What would change nothing ${long}` })).toBeTruthy()
    expect(told.textContent).toContain('Category: was Genomics; now Wearables.')
    expect(told.textContent).toContain('January 2026: Works. A trial')
    expect(told.textContent).toContain('1 piece of evidence no longer given.')
  })

  it('says before anything else that the method is another one', async () => {
    const methodChanges = [{ field: 'Weight of “How widespread”', before: '20%', after: '30%' }]
    showing([compared('A')], { methodChanges })

    const made = await screen.findByRole('region', { name: 'The two were not made by the same method' })
    expect(within(made).getByRole('row', { name: 'Weight of “How widespread” 20% 30%' })).toBeTruthy()
    const sums = screen.getByRole('region', { name: 'In numbers' })
    expect(made.compareDocumentPosition(sums) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('shows all but movement while the chances are being drawn, and movement as soon as they are', async () => {
    let asked = 0
    const items = [compared('A', { order: 'up', chance: 0.95, to: stood(1) }), compared('B', isNew)]
    const waiting = items.map((item) => ({ ...item, order: null, chance: null }))
    show(() =>
      asked++ === 0
        ? { body: comparison(waiting, { chances: { state: 'working', progress: 0.4 } }) }
        : { body: comparison(items) },
    )

    await screen.findByText(/40% done/)
    expect(screen.getByRole('region', { name: /New/ })).toBeTruthy()
    expect(screen.queryByRole('region', { name: /Clearly moved/ })).toBeNull()
    expect(await screen.findByRole('region', { name: /Clearly moved/ }, { timeout: 4_000 })).toBeTruthy()
  })

  it('calls nothing clear where too few have answered, and says why', async () => {
    showing([compared('A', { chance: null })], { chances: { state: 'too-few', progress: 1 } })

    await screen.findByText(/Too few people have answered/)
    expect(screen.queryByRole('region', { name: /Clearly moved/ })).toBeNull()
  })

  it('compares any two editions that are chosen, and the address says which', async () => {
    const { user, address } = showing([compared('A')])

    await screen.findAllByRole('option', { name: /2027 radar, draft for board/ })
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'draft-1')

    expect(address()).toBe('/editions/draft-1/changes?with=1')
  })

  it('is one table too, sorted by any column', async () => {
    const { user, address } = showing([
      compared('Later', { from: stood(1), to: stood(1, { middleYear: 2035 }) }),
      compared('Sooner', { from: stood(2), to: stood(2, { middleYear: 2027 }) }),
    ])

    await user.click(await screen.findByRole('link', { name: 'Show as one table that can be sorted' }))
    await user.click(screen.getByRole('button', { name: /Middle guess, 2026 radar/ }))

    expect(address()).toBe('/editions/2/changes?view=table&sort=to-year')
    const names = screen.getAllByRole('rowheader').map((cell) => cell.textContent)
    expect(names).toEqual(['Sooner', 'Later'])
  })

  it('says so where there is nothing to compare with, and lets another be chosen', async () => {
    show(problem(409, 'No published edition stands before “2025 radar”, so there is nothing to compare with.'))

    await screen.findByRole('heading', { name: 'There is nothing to compare' })
    expect(text()).toContain('No published edition stands before')
    expect(screen.getByRole('combobox', { name: 'From' })).toBeTruthy()
  })

  it('is not there for who may not see the edition', async () => {
    show(problem(404, 'There is no edition 2.'))

    await screen.findByRole('heading', { name: 'This edition is not here' })
  })
})
