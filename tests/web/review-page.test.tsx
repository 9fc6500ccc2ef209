import { afterEach, describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Review } from '../../api/contract/reviews.ts'
import { reviewDraft } from '../../web/reviews/review-fields.ts'
import { dropDraft } from '../../web/shared/drafts.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { review, version } from '../support/web-given-review.ts'
import { scan, standing, technology } from '../support/web-given-technology.ts'

const path = '/reviews/scan-2026/technology-1/genomics'
const reader = ['ranking.read', 'technologies.read', 'scans.read', 'reviews.read']

function lead() {
  const given = session([...reader, 'reviews.write'])
  return { ...given, account: { ...given.account, name: 'Ann Lead', specialisms: ['genomics'] } }
}

interface Given {
  read?: Review | null
  who?: ReturnType<typeof session>
  more?: Parameters<typeof serve>[0]
}

function show({ read = null, who = lead(), more }: Given = {}) {
  const answer: Answer = read ? { body: read, etag: `"${read.version}"` } : problem(404, 'There is no review.')
  return showPage(
    path,
    serve({
      '/about': { body: about() },
      '/session': { body: who },
      '/scans/scan-2026': { body: scan(), etag: '"1"' },
      '/technologies/technology-1': { body: technology(), etag: '"3"' },
      '/ranking/technology-1': { body: standing() },
      [path]: answer,
      [`${path}/versions`]: { body: { items: read ? [read.present] : [], total: read ? 1 : 0 } },
      ...more,
    }),
  )
}

// What was typed outlives the page, and a test.
afterEach(() => dropDraft(reviewDraft('a1', { scan: 'scan-2026', technology: 'technology-1', specialism: 'genomics' })))

const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement

describe('writing a review', () => {
  it('saves a draft that did not exist yet', async () => {
    const written: unknown[] = []
    const { user } = show({
      more: {
        [path]: ({ method, body, headers }) => {
          if (method !== 'PUT') return problem(404, 'There is no review.')
          written.push(body, headers['if-none-match'])
          return { status: 201, body: review(version(1, { serviceModel: 'At home.', action: 'pilot' })), etag: '"1"' }
        },
      },
    })
    await user.type(await screen.findByLabelText('Service model'), 'At home.')
    await user.click(screen.getByLabelText('Pilot'))
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))

    expect(await screen.findByText('Saved as a draft, version 1.')).toBeTruthy()
    expect(written).toEqual([
      expect.objectContaining({ serviceModel: 'At home.', action: 'pilot', affected: null, yearsNeeded: null }),
      '*',
    ])
  })

  it('works out by when to start as one types', async () => {
    const { user } = show()
    const beside = within(await screen.findByRole('complementary', { name: 'What the panel says' }))
    expect(await beside.findByText('not known')).toBeTruthy()

    await user.type(field('Years needed to get ready'), '1')

    // The panel’s early year is 2028.
    expect(beside.getByText('2027')).toBeTruthy()
    expect(beside.getByText(/2028, which the panel says it could be as early as, less 1 year/)).toBeTruthy()
  })

  it('says which figure is missing or out of order, and sends nothing', async () => {
    const { user, asked } = show()
    await screen.findByLabelText('Service model')
    const [low, best, high] = screen.getAllByLabelText(/est %$/) as [
      HTMLInputElement,
      HTMLInputElement,
      HTMLInputElement,
    ]
    await user.type(low, '40')
    await user.type(best, '30')
    await user.type(high, '50')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))

    const summary = within(await screen.findByRole('alert'))
    expect(summary.getByText('The shares halfway must rise from lowest over likeliest to highest')).toBeTruthy()
    expect(summary.getByText(/Enter the lowest share at the end/)).toBeTruthy()
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('puts another lead’s words beside mine, and takes over what only they changed', async () => {
    const start = version(1, { serviceModel: 'Before.', action: 'watch' })
    const theirs = version(2, { serviceModel: 'Theirs.', action: 'watch', curricula: 'Theirs too.' })
    const tags: unknown[] = []
    const { user } = show({
      read: review(start),
      more: {
        [path]: ({ method, headers }) => {
          if (method !== 'PUT') return { body: review(start), etag: '"1"' }
          tags.push(headers['if-match'])
          return tags.length === 1
            ? problem(412, 'It was changed after you read it.', { current: theirs })
            : { body: review(version(3, { serviceModel: 'Mine.' })), etag: '"3"' }
        },
      },
    })
    const model = await screen.findByLabelText('Service model')
    await user.clear(model)
    await user.type(model, 'Mine.')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))

    expect(await screen.findByText('Somebody else has changed this review')).toBeTruthy()
    expect(screen.getByRole('cell', { name: 'Theirs.' })).toBeTruthy()
    expect(field('Service model').value).toBe('Mine.')
    expect(field('Curricula').value).toBe('Theirs too.')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    expect(await screen.findByText('Saved as a draft, version 3.')).toBeTruthy()
    expect(tags).toEqual(['"1"', '"2"'])
  })

  it('is signed after a plain confirmation, and only as it was saved', async () => {
    const signed: unknown[] = []
    const draft = version(1, { action: 'pilot' })
    const { user } = show({
      read: review(draft),
      more: {
        [`${path}/sign`]: ({ headers }) => {
          signed.push(headers['if-match'])
          return { body: review(version(2, { action: 'pilot', state: 'signed' })), etag: '"2"' }
        },
      },
    })
    await user.type(await screen.findByLabelText('Selection'), 'x')
    expect(screen.getByText(/Save the draft first/)).toBeTruthy()
    await user.clear(field('Selection'))
    await user.click(screen.getByRole('button', { name: 'Sign this review …' }))
    expect(screen.getByText(/You sign version 1 as what your specialism says/)).toBeTruthy()
    expect(signed).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Sign it' }))

    expect(await screen.findByText('Signed.')).toBeTruthy()
    expect(signed).toEqual(['"1"'])
    // The button is gone: the focus goes to where it says what was signed.
    await waitFor(() => expect(document.activeElement?.id).toBe('state-of-review'))
  })
})

describe('reading a review', () => {
  const board = session(reader)

  it('shows what is signed, by whom and when, and no form', async () => {
    const present = version(2, { state: 'signed', serviceModel: 'At home.', action: 'adopt', earlyYear: 2027 })
    show({ read: review(present, { mayWrite: false }), who: board })

    expect(await screen.findByText(/by Ann Lead on 1 April 2026/)).toBeTruthy()
    expect(screen.getAllByText('At home.').length).toBeGreaterThan(0)
    expect(screen.getByText(/When it was signed, that year was 2027/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save the draft' })).toBeNull()
  })

  it('says so where nothing is signed yet', async () => {
    show({ who: board })
    expect(await screen.findByText('There is no signed review yet')).toBeTruthy()
  })
})
