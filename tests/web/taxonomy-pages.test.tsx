import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Taxon } from '../../api/contract/taxonomy.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const cardiac: Taxon = {
  id: 't1',
  slug: 'cardiac-science',
  version: 3,
  content: {
    kind: 'specialism',
    name: 'Heart science',
    grouping: 'physiological',
    description: 'The heart.',
    current: true,
    aliases: ['Cardiac science'],
    overlapsWith: [],
  },
}
const grouping: Taxon = {
  id: 't2',
  slug: 'physiological',
  version: 1,
  content: { kind: 'grouping', name: 'Physiological sciences', position: 1, retired: false },
}
const category: Taxon = {
  id: 't3',
  slug: 'wearables',
  version: 1,
  content: {
    kind: 'category',
    name: 'Wearables',
    technologyKind: 'device',
    description: '',
    position: 2,
    retired: true,
  },
}
const items = [grouping, cardiac, category]
const { reason, ...first } = { ...cardiac.content, name: 'Cardiac science', aliases: [], reason: '' }
const versions = [
  { version: 2, content: cardiac.content, reason: 'The service asked.', changedAt: '2026-05-04T09:00:00.000Z' },
  { version: 1, content: first, reason, changedAt: null },
]

const admin = ['accounts.read', 'taxonomy.read', 'taxonomy.write']
const open = (page: string, write: Answer = problem(404, 'Nothing here.'), actions = admin) => {
  let isWritten = false
  const writable = (answer: Answer) => (asked: Asked) => {
    if (asked.method === 'GET') return isWritten ? write : answer
    isWritten = true
    return write
  }
  const shown = showPage(
    page,
    serve({
      '/about': { body: about() },
      '/session': { body: session(actions) },
      '/taxonomy': (asked) => (asked.method === 'GET' ? { body: { items, total: 3 } } : write),
      '/taxonomy/t1': writable({ body: cardiac, etag: '"3"' }),
      '/taxonomy/t1/versions': { body: { items: versions, total: 2 } },
    }),
  )
  return { ...shown, writes: () => shown.asked.filter(({ method }) => method !== 'GET') }
}

describe('the page of the taxonomy', () => {
  it('lists each kind with its state, and leads to each', async () => {
    open('/admin/taxonomy')

    const specialisms = within(await screen.findByRole('table', { name: 'Specialisms' }))
    expect(specialisms.getByRole('row', { name: 'Heart science Physiological sciences Current' })).toBeTruthy()
    const wearables = within(screen.getByRole('table', { name: 'Categories' })).getByRole('row', { name: /Wearables/ })
    expect(wearables.textContent).toContain('Retired')
    expect(screen.getByRole('link', { name: 'Heart science' }).getAttribute('href')).toBe('/admin/taxonomy/t1')
  })

  it('is no use to somebody who may not change it', async () => {
    open('/admin/taxonomy', undefined, ['taxonomy.read'])
    expect(await screen.findByRole('heading', { name: /changed by administrators/ })).toBeTruthy()
  })
})

describe('changing a specialism', () => {
  it('sends its whole content, why, and the version that was shown', async () => {
    const { user, writes } = open('/admin/taxonomy/t1', { body: { ...cardiac, version: 4 }, etag: '"4"' })
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Cardiology science')
    await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'A new name.')
    await user.click(screen.getByRole('button', { name: 'Save the change' }))

    await screen.findByText(/^Saved\./)
    await waitFor(() => expect((screen.getByRole('textbox', { name: /^Why/ }) as HTMLInputElement).value).toBe(''))
    expect(writes()[0]).toMatchObject({
      method: 'PUT',
      body: { content: { ...cardiac.content, name: 'Cardiology science' }, reason: 'A new name.' },
    })
    expect(writes()[0]!.headers['if-match']).toBe('"3"')
  })

  it('asks why before anything is sent', async () => {
    const { user, writes } = open('/admin/taxonomy/t1')
    await user.click(await screen.findByRole('button', { name: 'Save the change' }))
    expect((await screen.findAllByText('Say why it is changed')).length).toBeGreaterThan(0)
    expect(writes()).toEqual([])
  })

  it('shows what the server refuses beside the field', async () => {
    const detail = 'Another specialism is called that already: “Genomics”. Choose another name.'
    const refused = problem(422, detail, { errors: [{ pointer: '/content/name', detail }] })
    const { user } = open('/admin/taxonomy/t1', refused)
    await user.type(await screen.findByRole('textbox', { name: /^Why/ }), 'A new name.')
    await user.click(screen.getByRole('button', { name: 'Save the change' }))
    expect((await screen.findByRole('link', { name: detail })).getAttribute('href')).toBe('#name')
  })

  it('shows what it was before, and why that changed', async () => {
    open('/admin/taxonomy/t1')
    const history = within(await screen.findByRole('region', { name: 'History' }))
    expect(await history.findByText('Name: Cardiac science → Heart science')).toBeTruthy()
    expect(history.getByText(/The service asked\./)).toBeTruthy()
  })
})

it('a category is added after the last, with its kind', async () => {
  const { user, writes } = open('/admin/taxonomy/add/category', { status: 201, body: category })
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Quantum sensing')
  await user.selectOptions(screen.getByRole('combobox', { name: /Usual kind/ }), 'software')
  await user.click(screen.getByRole('button', { name: 'Add the category' }))

  await screen.findByText('“Wearables” is added.')
  expect(writes()[0]!.body).toEqual({
    content: {
      kind: 'category',
      name: 'Quantum sensing',
      technologyKind: 'software',
      description: '',
      position: 3,
      retired: false,
    },
  })
})
