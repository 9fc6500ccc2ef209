import { describe, expect, it } from '@jest/globals'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import type { RoundProgress, SpecialismProgress } from '../../api/contract/progress.ts'
import { WholeProgress } from '../../web/progress/WholeProgress.tsx'
import { createQueryClient } from '../../web/shared/queries.ts'
import { answerBy, serve } from '../support/show-page.tsx'

const specialism = (name: string, with_: Partial<SpecialismProgress> = {}): SpecialismProgress => ({
  slug: name.toLowerCase(),
  name,
  grouping: 'physiological',
  invited: 3,
  started: 2,
  finished: 1,
  asked: 30,
  answered: 18,
  ...with_,
})

const people = [
  {
    id: 'p1',
    name: 'Ann Li',
    email: 'ann@example.org',
    asked: 10,
    answered: 0,
    specialisms: [{ slug: 'audiology', asked: 10, answered: 0 }],
  },
  {
    id: 'p2',
    name: 'Ben Roy',
    email: 'ben@example.org',
    asked: 10,
    answered: 8,
    specialisms: [{ slug: 'audiology', asked: 10, answered: 8 }],
  },
]

function show(with_: Partial<RoundProgress> = {}) {
  const body: RoundProgress = {
    round: 'r2',
    scan: 'scan-2026',
    number: 2,
    state: 'open',
    specialisms: [specialism('Audiology'), specialism('Genomics', { invited: 0, asked: 0, answered: 0 })],
    unfinished: people,
    ...with_,
  }
  answerBy(serve({ '/rounds/r2/progress': { body } }))
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <WholeProgress scan={{ slug: 'scan-2026' }} round={{ id: 'r2', number: 2 }} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

describe('who has answered', () => {
  it('is told by specialism, leaving out those the round does not ask', async () => {
    show()
    const table = await screen.findByRole('table', { name: 'Specialisms in round 2' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual(['Audiology32118 of 30'])
  })

  it('names who has not finished and what they still owe, with their addresses and a way to write to them', async () => {
    show()
    const user = userEvent.setup()
    const table = await screen.findByRole('table', { name: /^Not finished/ })
    expect(within(table).getByRole('row', { name: /Ben Roy/ }).textContent).toBe('Ben RoyAudiology (2)8 of 10')
    expect(screen.getByRole('link', { name: 'Write a reminder to these 2' }).getAttribute('href')).toBe(
      '/scans/scan-2026/messages?kind=reminder&to=not-finished',
    )

    await user.click(screen.getByRole('link', { name: 'Not started (1)' }))
    expect(screen.queryByText('Ben Roy')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Copy 1 email address' }))
    expect(await navigator.clipboard.readText()).toBe('ann@example.org')
    expect(screen.getByRole('link', { name: 'Write a reminder' }).getAttribute('href')).toBe(
      '/scans/scan-2026/messages?kind=reminder&to=not-started',
    )
  })

  it('shows counts alone to who may see no names', async () => {
    show({ unfinished: null })
    await screen.findByRole('table', { name: 'Specialisms in round 2' })
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('asks nobody to hurry once the round has closed', async () => {
    show({ state: 'closed' })
    await screen.findByRole('table', { name: /^Not finished/ })
    expect(screen.queryByRole('link', { name: /Write a reminder/ })).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
