import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { Readings } from '../../api/contract/readings.ts'
import { problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'

/** Far on how much, far on how soon, and in between. */
const three = [
  placeable(1, 'Virtual wards', { impact: 0.9, reach: 0.5, imminence: 0.1, readiness: 0.5 }),
  placeable(2, 'Sepsis prediction', { impact: 0.6, reach: 0.5, imminence: 0.5, readiness: 0.5 }),
  placeable(3, 'Digital stethoscope', { impact: 0.5, reach: 0.5, imminence: 0.9, readiness: 0.5 }),
]

function placeable(n: number, name: string, values: Readings['placeable'][number]['values']) {
  const { place, score, contributions, ...row } = rankedRow(n, { name, values })
  return row
}

function readings(with_: Partial<Readings> = {}): Readings {
  const { counts, list, items, total, nextCursor, ...rest } = ranking()
  const none = { undated: [], awaiting: [], alreadyHere: [], notAffected: [] }
  return { ...rest, lensSize: 30, placeable: three, ...none, ...with_ }
}

async function show(address = '/what-if', with_: Partial<Readings> = {}) {
  const page = showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session() },
      '/ranking/readings': { body: readings(with_) },
    }),
  )
  await screen.findByRole('table')
  return page
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
const slider = (name: string) => screen.getByRole<HTMLInputElement>('slider', { name })
const slide = (name: string, to: number) => fireEvent.change(slider(name), { target: { value: String(to) } })
const values = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)

describe('a weight that is moved', () => {
  it('puts the table and the radar in another order at once, without a request, and says what was', async () => {
    const { asked } = await show()
    expect(names()).toEqual(['Virtual wards', 'Sepsis prediction', 'Digital stethoscope'])
    const before = asked.length

    slide('How soon', 8000)

    expect(names()).toEqual(['Digital stethoscope', 'Sepsis prediction', 'Virtual wards'])
    expect(screen.getByRole('row', { name: /Digital stethoscope/ }).textContent).toContain('was 3rd, up 2')
    expect(screen.getByRole('row', { name: /Sepsis/ }).textContent).toContain('2nd too')
    await waitFor(() => expect(screen.getByRole('button', { name: /^1: Digital stethoscope/ })).toBeTruthy())
    expect(asked.length).toBe(before)
  })

  it('leaves the others their proportions, also when it was moved to its end in between', async () => {
    await show()
    expect(values()).toEqual(['60', '20', '10', '10'])
    slide('How soon', 8000)
    // 20 as 6 : 2 : 1 is 13.33, 4.44 and 2.22; the hundredth that is missing goes to the largest remainder.
    expect(values()).toEqual(['13.33', '4.45', '80', '2.22'])
    slide('How soon', 10_000)
    expect(values()).toEqual(['0', '0', '100', '0'])
    slide('How soon', 1000)
    expect(values()).toEqual(['60', '20', '10', '10'])
  })

  it('stands in the address a moment later, and one press leads back to the method', async () => {
    const { user, address } = await show('/what-if?lens=specialism:genomics')
    slide('How soon', 5000)
    const weights = 'weights=impact:3333,reach:1111,imminence:5000,readiness:556'
    await waitFor(() => expect(address()).toContain(weights))
    expect(address()).toContain('lens=specialism:genomics')
    expect(screen.getByText('Not the method: a what-if.')).toBeTruthy()
    expect(screen.getByText(/Ranges are for the method’s own weights/)).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Back to the method' }))

    expect(address()).toBe('/what-if?lens=specialism:genomics')
    expect(values()).toEqual(['60', '20', '10', '10'])
    expect(screen.queryByText('Not the method: a what-if.')).toBeNull()
  })

  it('can be typed to the hundredth; what is no per cent is said, and moves nothing', async () => {
    const { user } = await show()
    const field = screen.getByRole('textbox', { name: 'How soon, per cent' })
    await user.clear(field)
    await user.type(field, '12.5')
    expect(slider('How soon').getAttribute('aria-valuetext')).toBe('12.5%')
    await user.clear(field)
    await user.type(field, '101')
    expect(screen.getByText(/Enter a number from 0 to 100/)).toBeTruthy()
    expect(slider('How soon').getAttribute('aria-valuetext')).toBe('10%')
    await user.tab()
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })
})

describe('the address', () => {
  it('shows what its sender saw', async () => {
    await show('/what-if?weights=impact:0,reach:0,imminence:10000,readiness:0')
    expect(names()).toEqual(['Digital stethoscope', 'Sepsis prediction', 'Virtual wards'])
    expect(values()).toEqual(['0', '0', '100', '0'])
  })

  it.each(['nonsense', 'impact:6000,reach:2000,imminence:1000,readiness:999'])(
    'with weights that cannot be (%s) shows the method, and says so',
    async (weights) => {
      await show(`/what-if?weights=${weights}`)
      expect(screen.getByRole('alert').textContent).toContain('do not add up')
      expect(values()).toEqual(['60', '20', '10', '10'])
    },
  )
})

describe('the page', () => {
  it('does not let reach be moved for one specialism, where it carries no weight', async () => {
    await show('/what-if', { lensSize: 1 })
    expect(slider('How widespread').disabled).toBe(true)
    expect(screen.getByText(/Carries no weight for one specialism/)).toBeTruthy()
  })

  it('ranks what lacks a stage of development once that carries no weight, and says that the method does not', async () => {
    const bare = { ...placeable(4, 'Bare', { impact: 1, reach: 1, imminence: 1, readiness: null }), readiness: null }
    await show('/what-if', { placeable: [...three, bare] })
    expect(names()).not.toContain('Bare')
    slide('Stage of development', 0)
    expect(screen.getByRole('row', { name: /Bare/ }).textContent).toContain('not ranked by the method')
  })

  it('goes on no paper but for a sentence that says why', async () => {
    const { container } = await show()
    const main = container.querySelector('main')!
    const onPaper = [...main.querySelectorAll('*')].filter(
      (one) => one.children.length === 0 && one.textContent && !one.closest('.offing-no-print'),
    )
    expect(onPaper.map((one) => one.textContent)).toEqual([expect.stringContaining('What-if pages are not printed')])
  })

  it('says why where there is no ranking', async () => {
    showPage(
      '/what-if',
      serve({
        '/about': { body: about() },
        '/session': { body: session() },
        '/ranking/readings': problem(404, 'There is no scan you may see a ranking of yet.'),
      }),
    )
    expect(await screen.findByText('There is no ranking to move weights in yet')).toBeTruthy()
  })
})
