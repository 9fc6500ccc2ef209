import { expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { Import } from '../../api/contract/imports.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { importOf } from '../support/web-given-import.ts'

const scanner = ['imports.read', 'imports.send', 'imports.write']

const badRows = {
  items: [
    {
      row: 21,
      name: 'Smart <b>patch</b>',
      here: null,
      findings: [
        { column: 'C (Category)', found: 'Time machines', detail: 'The registry has no category “Time machines”.' },
      ],
    },
  ],
  total: 3,
  nextCursor: null,
}

/** A server with one import, which a test can change between requests. */
function server(
  it: { now: Import },
  more: Record<string, Answer | ((asked: Asked) => Answer)> = {},
  actions = scanner,
) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/imports': ({ method }) =>
      method === 'POST' ? { status: 201, body: it.now } : { body: { items: [it.now], total: 1, nextCursor: null } },
    '/imports/one': () => ({ body: it.now }),
    '/imports/one/rows': { body: badRows },
    ...more,
  })
}

it('takes a file, shows how far it was read, and then what was found', async () => {
  const it = { now: importOf({ state: 'reading', rowsRead: 12_000, share: 0.4, columns: [], notes: [] }) }
  const { user, asked, address } = showPage('/imports', server(it))
  await user.click(await screen.findByLabelText('Signals'))
  await user.upload(screen.getByLabelText('Choose a file, or drop one here'), new File(['Title\nOne'], 'a.csv'))

  expect(await screen.findByText(/12,000 rows so far/)).toBeTruthy()
  expect(address()).toBe('/imports/one')
  const sent = asked.find(({ method }) => method === 'POST')!
  expect([sent.url.search, sent.headers['content-type']]).toEqual(['?kind=signals&name=a.csv', 'text/csv'])
  it.now = importOf()
  expect(await screen.findByText('200 rows: 197 new, 0 here already, 3 that cannot be used.')).toBeTruthy()
})

it('lists each row that cannot be used with its reasons, as text, and leads to the files of them', async () => {
  showPage('/imports/one', server({ now: importOf() }))

  expect(await screen.findByText('Smart <b>patch</b>')).toBeTruthy()
  expect(screen.getByText(/The registry has no category “Time machines”/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'as CSV' }).getAttribute('href')).toBe('/api/v1/imports/one/bad-rows.csv')
})

it('enters at one press the rows that can be used, and says what came of it', async () => {
  const it = { now: importOf() }
  const entering = ({ body, headers }: Asked): Answer => {
    expect([body, headers['if-match']]).toEqual([{ whole: false }, '"1"'])
    it.now = importOf({ state: 'entered', enteredAt: '2026-11-20T10:05:00.000Z', enteredBy: 'Alex Morgan', version: 2 })
    return { body: it.now }
  }
  const { user } = showPage('/imports/one', server(it, { '/imports/one/enter': entering }))
  await user.click(await screen.findByRole('button', { name: 'Enter 197 technologies, leaving out 3 rows' }))

  expect(await screen.findByText(/197 technologies are in the registry now/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'See all technologies' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Enter/ })).toBeNull()
})

it('asks for all or none where that is chosen, and says why nothing was entered', async () => {
  const refused = problem(409, '3 rows cannot be used, and you asked for all or none. Nothing was entered.')
  const { user, asked } = showPage('/imports/one', server({ now: importOf() }, { '/imports/one/enter': refused }))
  await user.click(await screen.findByLabelText(/^All or none/))
  await user.click(screen.getByRole('button', { name: 'Enter 197 technologies' }))

  expect((await screen.findByRole('alert')).textContent).toContain('you asked for all or none')
  expect(asked.find(({ url }) => url.pathname.endsWith('/enter'))?.body).toEqual({ whole: true })
})

it('lets somebody say what a column holds, and has the file checked again', async () => {
  const it = {
    now: importOf({
      missing: ['Description'],
      counts: { rows: 0, good: 0, known: 0, differing: 0, bad: 0, problems: 0 },
    }),
  }
  const checking = ({ body }: Asked): Answer => {
    expect(body).toEqual({ fields: ['name', 'description'] })
    it.now = importOf({ version: 2, counts: { rows: 1, good: 1, known: 0, differing: 0, bad: 0, problems: 0 } })
    return { body: it.now }
  }
  const { user } = showPage('/imports/one', server(it, { '/imports/one/columns': checking }))
  expect(await screen.findByText('Say which column holds: Description')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Column Colour holds'), 'Description (needed)')
  await user.click(screen.getByRole('button', { name: 'Check the file again' }))

  expect(await screen.findByRole('button', { name: 'Enter 1 technology' })).toBeTruthy()
})

it('says that nothing is new in a file that was entered before', async () => {
  const counts = { rows: 200, good: 0, known: 200, differing: 1, bad: 0, problems: 0 }
  const earlier = { id: 'two', enteredAt: '2026-11-19T10:00:00.000Z', enteredBy: 'Alex Morgan' }
  showPage('/imports/one', server({ now: importOf({ counts, earlier }) }))

  expect(await screen.findByText(/This very file was entered on 19 November 2026 by Alex Morgan/)).toBeTruthy()
  expect(screen.getByText('Nothing in this file is new, so there is nothing to enter.')).toBeTruthy()
  expect(screen.getByText(/1 row says something else than the registry/)).toBeTruthy()
})

it('says why a file cannot be used, and discards it', async () => {
  const failure = 'The file cannot be read as CSV from row 3 (line 3 of the file) on.'
  const it = { now: importOf({ state: 'failed', failure, columns: [], notes: [] }) }
  const discarding = ({ method }: Asked): Answer => (method === 'DELETE' ? { status: 204 } : { body: it.now })
  const { user, address } = showPage('/imports/one', server(it, { '/imports/one': discarding }))
  expect(await screen.findByText(failure)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Discard this file' }))

  expect(await screen.findByText('candidates.csv was discarded.')).toBeTruthy()
  expect(address()).toBe('/imports')
})

it('refuses a file that is too large before it is sent, and says what the server says of another', async () => {
  const it = { now: importOf() }
  const refusing = ({ method }: Asked): Answer =>
    method === 'POST' ? problem(422, 'The file is empty.') : { body: { items: [], total: 0, nextCursor: null } }
  const { asked } = showPage('/imports', server(it, { '/imports': refusing }))
  const field = await screen.findByLabelText('Choose a file, or drop one here')
  const large = new File(['x'], 'a.xlsx')
  Object.defineProperty(large, 'size', { value: 50_000_001 })
  fireEvent.change(field, { target: { files: [large] } })

  expect(await screen.findByText('It is larger than 50 MB.')).toBeTruthy()
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  fireEvent.drop(field.parentElement!, { dataTransfer: { files: [new File([''], 'a.csv')] } })
  await waitFor(() => expect(screen.getByText('The file is empty.')).toBeTruthy())
})

it('shows whoever may only read what was found, without a press', async () => {
  showPage('/imports/one', server({ now: importOf() }, {}, ['imports.read']))

  expect(await screen.findByText('Smart <b>patch</b>')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Enter|^Discard|^Check/ })).toBeNull()
})
