import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Outcome } from '../../api/contract/outcomes.ts'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { technology } from '../support/web-given-technology.ts'

const outcome = (with_: Partial<Outcome> = {}): Outcome => ({
  ...{ id: 'o1', kind: 'adopted', happenedOn: '2026-03-01', text: 'In use at 40 trusts.', sourceTitle: 'Annual audit' },
  ...{ sourceUrl: null, recordedAt: '2026-03-02T10:00:00Z', withdrawnAt: null },
  ...with_,
})

function show(outcomes: Outcome[], actions: string[] = ['outcomes.write']) {
  const list = [...outcomes]
  const answer = ({ method, body }: Asked) => {
    if (method !== 'POST') return { body: { items: list, total: list.length } }
    if ((body as Outcome).happenedOn > '2026-11-20')
      return problem(422, 'Not right.', {
        errors: [{ pointer: '/happenedOn', detail: 'It must have happened already.' }],
      })
    list.push(outcome(body as Outcome))
    return { status: 201, body: list.at(-1) }
  }
  return showPage(
    '/technologies/technology-1',
    serve({
      '/about': { body: about() },
      '/session': { body: session(['technologies.read', ...actions]) },
      '/technologies/technology-1': { body: technology(), etag: '"3"' },
      '/technologies/technology-1/outcomes': answer,
      '/technologies/technology-1/outcomes/o1': { body: outcome({ withdrawnAt: '2026-03-03T10:00:00Z' }) },
    }),
  )
}

const section = () => screen.findByRole('region', { name: 'What happened' })

describe('what happened to a technology', () => {
  it('is told with its day and source to whoever reads it, and not offered to be changed', async () => {
    show([outcome()], [])

    expect((await section()).textContent).toContain('1 March 2026AdoptedIn use at 40 trusts. Source: Annual audit.')
    expect(within(await section()).queryByRole('button')).toBeNull()
  })

  it('takes no room where there is nothing to tell', async () => {
    show([], [])

    await screen.findByRole('heading', { level: 1, name: /Technology 1/ })
    expect(screen.queryByRole('heading', { name: 'What happened' })).toBeNull()
  })

  it('is recorded by the scan team, and what is missing is said at its field', async () => {
    const { user, asked } = show([])

    await user.click(await screen.findByRole('button', { name: 'Record that it was adopted' }))
    await user.click(await screen.findByRole('button', { name: 'Record it' }))
    expect(await screen.findAllByText('Say what the source says')).not.toHaveLength(0)
    await user.type(screen.getByLabelText('Day'), '1')
    await user.type(screen.getByLabelText('Month'), '3')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.type(screen.getByRole('textbox', { name: 'What the source says' }), 'In use.')
    await user.type(screen.getByRole('textbox', { name: 'Title of the source' }), 'A report')
    await user.click(screen.getByRole('button', { name: 'Record it' }))

    await screen.findByText('It is recorded.')
    expect((await section()).textContent).toContain('In use. Source: A report.')
    const posted = asked.find(({ method }) => method === 'POST')!
    expect(posted.body).toEqual({
      ...{ kind: 'adopted', happenedOn: '2026-03-01', text: 'In use.', sourceTitle: 'A report', sourceUrl: null },
    })
  })

  it('can be withdrawn by the scan team', async () => {
    const { user, asked } = show([outcome()])

    await user.click(await screen.findByRole('button', { name: /Withdraw what was recorded/ }))

    await screen.findByText('It is withdrawn.')
    expect(asked.some(({ method, url }) => method === 'DELETE' && url.pathname.endsWith('/outcomes/o1'))).toBe(true)
  })
})
