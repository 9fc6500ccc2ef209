import { beforeEach, describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Signal, SignalChoices, TriageRequest } from '../../api/contract/signals.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session, technologySummary } from '../support/web-given.ts'
import { signal, signalList } from '../support/web-given-signals.ts'

beforeEach(() => window.localStorage.clear())

const actions = ['signals.read', 'signals.write', 'sources.read', 'technologies.read', 'technologies.write']
const suggestion = {
  technology: { slug: 'gait-shoe', name: 'Gait shoe' },
  reasons: ['Its title holds the name “Gait shoe”.'],
}
const choices: SignalChoices = {
  sources: [],
  team: [
    { id: 'a1', name: 'Ada Board' },
    { id: 'b2', name: 'Bo Scanner' },
  ],
  lastReadAt: '2026-03-12T09:00:00Z',
}

/** An inbox that keeps what is done with its signals, as the server would. */
function inbox(start: Signal[], given: Record<string, Answer | ((asked: Asked) => Answer)> = {}, may = actions) {
  let signals = start
  const triage = (asked: Asked): Answer => {
    const { items } = asked.body as TriageRequest
    const done = items.map(({ signal: id, act }) => {
      const before = signals.find((one) => one.id === id)!
      const after: Signal = { ...before, version: before.version + 1 }
      if (act.kind === 'dismiss') Object.assign(after, { state: 'dismissed', reason: act.reason, note: act.note })
      if (act.kind === 'return') Object.assign(after, { state: 'unread', reason: null, technologies: [] })
      if (act.kind === 'link')
        Object.assign(after, { state: 'linked', technologies: [{ slug: act.technology, name: 'Gait shoe' }] })
      if (act.kind === 'assign') after.owner = act.owner === null ? null : { id: act.owner, name: 'Ada Board' }
      return after
    })
    signals = signals.map((one) => done.find(({ id }) => id === one.id) ?? one)
    return { body: { items: done, evidenceLeft: [] } }
  }
  const list = ({ url }: Asked): Answer => {
    const state = url.searchParams.get('state')
    return { body: signalList(signals.filter((one) => state === null || one.state === state)) }
  }
  const each = start.map(({ id }) => [
    [`/signals/${id}`, () => ({ body: signals.find((one) => one.id === id) })],
    [`/signals/${id}/suggestions`, { body: { items: [suggestion], likelihood: { percent: 80, reasons: [] } } }],
  ])
  return serve({
    '/about': { body: about() },
    '/session': { body: session(may) },
    '/signals': list,
    '/signals/choices': { body: choices },
    '/signals/triage': triage,
    '/technologies': { body: { items: [technologySummary('Robot arm')], total: 1, nextCursor: null } },
    ...Object.fromEntries(each.flat()),
    ...given,
  })
}

const three = () => [signal('Gait shoe for falls'), signal('Breath test'), signal('Robot nurse')]
const shown = (title: string) => screen.findByRole('heading', { level: 2, name: title })
const sent = (asked: Asked[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body as TriageRequest)

describe('the inbox, by keys', () => {
  it('goes to the next signal and back, and the heading has the focus', async () => {
    const { user, address } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.keyboard('j')
    const heading = await shown('Breath test')
    expect(document.activeElement).toBe(heading)
    expect(address()).toBe('/signals?signal=breath-test')
    await user.keyboard('jjj')
    await shown('Robot nurse')
    await user.keyboard('k')
    await shown('Breath test')
  })

  it('dismisses with a reason by two keys, goes on to the next, and undoes', async () => {
    const { user, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.keyboard('d')
    await screen.findByRole('heading', { name: 'Why dismiss “Gait shoe for falls”?' })
    await user.keyboard('2')
    await shown('Breath test')
    expect(sent(asked)[0]).toEqual({
      items: [
        {
          signal: 'gait-shoe-for-falls',
          version: 1,
          act: { kind: 'dismiss', reason: 'not-for-healthcare-science', note: '' },
        },
      ],
    })
    await screen.findByText('“Gait shoe for falls”: dismissed. Not for healthcare science.')
    await user.keyboard('u')
    await screen.findByText('Undone.')
    expect(sent(asked)[1]?.items[0]).toEqual({
      signal: 'gait-shoe-for-falls',
      version: 2,
      act: { kind: 'return', technology: null },
    })
    await shown('Gait shoe for falls')
  })

  it('asks for words where the reason is another one', async () => {
    const { user, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.keyboard('d5')
    expect(document.activeElement).toBe(await screen.findByLabelText('Note (needed with “Other”)'))
    expect(screen.getByText('Say why, then press “Other” again')).toBeTruthy()
    await user.keyboard('A toy: 1 of 2')
    await user.click(screen.getByRole('button', { name: /Other/ }))
    await shown('Breath test')
    expect(sent(asked)).toHaveLength(1)
    expect(sent(asked)[0]?.items[0]?.act).toEqual({ kind: 'dismiss', reason: 'other', note: 'A toy: 1 of 2' })
  })

  it('deals with all that are chosen at once, with one undo', async () => {
    const { user, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.keyboard('xjx')
    await screen.findByText('2 chosen.')
    await user.keyboard('d1')
    await screen.findByText('2 signals: dismissed. Not new.')
    await shown('Robot nurse')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Undone.')
    expect(sent(asked).map(({ items }) => items.length)).toEqual([2, 2])
  })

  it('starts a technology from a signal, filled in from it', async () => {
    const one = signal('Gait shoe for falls', {
      text: 'A shoe.',
      identifiers: ['NCT01234567'],
      dated: '2025-03',
      datePrecision: 'month',
      webAddress: 'https://example.org/gait',
      organisation: 'A university',
    })
    const specialisms = { body: { items: [], total: 0 } }
    const given = {
      '/categories': specialisms,
      '/specialisms': specialisms,
      '/technologies/near-names': { body: { items: [] } },
    }
    const { user, address } = showPage('/signals', inbox([one], given))
    await shown('Gait shoe for falls')
    await user.keyboard('n')
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Gait shoe for falls')
    expect(address()).toBe('/technologies/new?signal=gait-shoe-for-falls')
    expect(screen.getByLabelText<HTMLTextAreaElement>('What it is').value).toBe('A shoe.')
    expect(screen.getByLabelText<HTMLSelectElement>('Kind of evidence').value).toBe('trial')
    expect(screen.getByLabelText<HTMLInputElement>('Who published it').value).toBe('A university')
    expect(screen.getByLabelText<HTMLInputElement>('Year').value).toBe('2025')
  })

  it('starts nothing from a signal that somebody else has dealt with', async () => {
    const gone = signal('Gait shoe for falls', { state: 'dismissed', reason: 'not-new', triagedBy: 'Bo Scanner' })
    showPage('/technologies/new?signal=gait-shoe-for-falls', inbox([gone]))
    await screen.findByRole('heading', { name: '“Gait shoe for falls” was dealt with already' })
    expect(screen.getByText(/Bo Scanner has dismissed it/)).toBeTruthy()
  })

  it('does nothing while somebody types, nor once the keys are switched off', async () => {
    const { user, asked, address } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.type(screen.getByLabelText('Search'), 'jd')
    await shown('Gait shoe for falls')
    await waitFor(() => expect(address()).toBe('/signals?q=jd&signal=gait-shoe-for-falls'))
    await user.keyboard('{Tab}')
    await user.click(screen.getByText('Read signals by keys'))
    await user.click(screen.getByLabelText('Single keys are on'))
    await user.keyboard('jd1x')
    await shown('Gait shoe for falls')
    expect(sent(asked)).toEqual([])
    expect(screen.queryByText('1 chosen.')).toBeNull()
  })

  it('does nothing beside what is open, and closes it with Escape', async () => {
    const { user } = showPage('/signals', inbox(three()))
    const heading = await shown('Gait shoe for falls')
    await user.keyboard('djxt')
    await screen.findByRole('heading', { name: 'Why dismiss “Gait shoe for falls”?' })
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('heading', { name: /Why dismiss/ })).toBeNull()
    expect(document.activeElement).toBe(heading)
  })

  it('shows what the keys do with a question mark', async () => {
    const { user } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    const help = screen.getByText('Read signals by keys').closest('details')!
    expect(help.open).toBe(false)
    await user.keyboard('?')
    expect(help.open).toBe(true)
  })
})

describe('linking in the inbox', () => {
  it('shows why a technology is suggested, and leaves evidence that can be changed first', async () => {
    const one = signal('Gait shoe for falls', {
      identifiers: ['NCT01234567'],
      dated: '2025-03-01',
      organisation: 'A trust',
    })
    const { user, asked } = showPage('/signals', inbox([one, signal('Breath test')]))
    await screen.findByText('Its title holds the name “Gait shoe”.')
    await user.keyboard('l')
    await user.click(await screen.findByRole('radio', { name: 'Gait shoe' }))
    await user.click(screen.getByLabelText('Add it as evidence too'))
    const text = screen.getByLabelText('What the source says')
    await user.clear(text)
    await user.type(text, 'It works.')
    await user.click(screen.getByRole('button', { name: 'Link' }))
    await screen.findByText('“Gait shoe for falls”: linked to “Gait shoe”, with evidence.')
    expect(sent(asked)[0]?.items[0]?.act).toMatchObject({
      kind: 'link',
      technology: 'gait-shoe',
      evidence: {
        kind: 'trial',
        text: 'It works.',
        date: '2025-03-01',
        dateRole: 'happened',
        sourceTitle: 'Gait shoe for falls',
        sourcePublisher: 'A trust',
        sourceType: 'research',
      },
    })
    await shown('Breath test')
  })

  it('finds another technology by its name, and asks for one', async () => {
    const { user, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.click(screen.getByRole('button', { name: 'Link to a technology' }))
    await user.click(await screen.findByRole('button', { name: 'Link' }))
    await screen.findByRole('link', { name: 'Choose the technology that it is about' })
    await user.type(screen.getByLabelText('Find a technology'), 'robot')
    await user.click(await screen.findByRole('radio', { name: 'Robot arm' }))
    await user.click(screen.getByRole('button', { name: 'Link' }))
    await waitFor(() =>
      expect(sent(asked)[0]?.items[0]?.act).toEqual({ kind: 'link', technology: 'robot-arm', evidence: null }),
    )
  })
})

describe('the inbox', () => {
  it('says that somebody else was first, and does not pretend', async () => {
    const late = problem(
      412,
      'Changed after you read it: “Gait shoe for falls”. Nothing was done: look at it, then choose again.',
    )
    const { user } = showPage('/signals', inbox(three(), { '/signals/triage': late }))
    await shown('Gait shoe for falls')
    await user.keyboard('d1')
    await screen.findByText(/Changed after you read it/)
    expect(screen.queryByRole('heading', { name: /Why dismiss/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('goes on showing what somebody reads when something newer arrives', async () => {
    let newer: Signal[] = []
    const known = three()
    const list = () => ({ body: signalList([...newer, ...known]) })
    const suggestions = {
      '/signals/newer/suggestions': { body: { items: [], likelihood: { percent: 50, reasons: [] } } },
    }
    const { user, asked } = showPage('/signals', inbox(known, { '/signals': list, ...suggestions }))
    await shown('Gait shoe for falls')
    newer = [signal('Newer')]
    await user.keyboard('t')
    await screen.findByRole('link', { name: 'Newer' })
    await shown('Gait shoe for falls')
    await user.keyboard('d1')
    await waitFor(() => expect(sent(asked).at(-1)?.items[0]?.signal).toBe('gait-shoe-for-falls'))
  })

  it('says “not confirmed” where no answer came', async () => {
    const { user } = showPage('/signals', inbox(three(), { '/signals/triage': 'nothing' }))
    await shown('Gait shoe for falls')
    await user.keyboard('d1')
    await screen.findByText('Not confirmed')
  })

  it('takes a signal over and gives it to a colleague', async () => {
    const { user, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.keyboard('t')
    await screen.findByRole('button', { name: 'Give it back' })
    await user.click(screen.getByText('Give it to somebody else'))
    await user.selectOptions(await screen.findByLabelText('To whom?'), 'Bo Scanner')
    await user.click(screen.getByRole('button', { name: 'Give it over' }))
    await screen.findByText('“Gait shoe for falls”: given to Bo Scanner.')
    expect(sent(asked).map(({ items }) => items[0]?.act)).toEqual([
      { kind: 'assign', owner: 'a1' },
      { kind: 'assign', owner: 'b2' },
    ])
  })

  it('says when a source was last read, where nothing is unread', async () => {
    showPage('/signals', inbox([]))
    await screen.findByRole('heading', { name: 'Nothing unread' })
    await screen.findByText('A source was last read on 12 March 2026.')
  })

  it('shows markup as text, and no link to anything but the web', async () => {
    const title = '<img src=x onerror=alert(1)>'
    const evil = signal('Evil', { title, text: '<script>alert(1)</script>', webAddress: 'javascript:alert(1)' })
    showPage('/signals', inbox([evil]))
    await shown(title)
    expect(document.querySelector('.offing-inbox img, .offing-inbox script')).toBeNull()
    expect(screen.queryByRole('link', { name: /javascript/ })).toBeNull()
    expect(screen.getByText('javascript:alert(1)')).toBeTruthy()
  })

  it('shows who says that a stage is out of date, and of which service they are', async () => {
    const notice = signal('Stage of Monitor', {
      origin: 'out-of-date',
      text: 'A second site has it.',
      technology: { slug: 'monitor', name: 'Monitor' },
      sentBy: 'Li Lead',
      specialism: { slug: 'cardiac-science', name: 'Cardiac science' },
    })
    showPage('/signals', inbox([notice]))
    await screen.findByText(/It says that the stage of development of/)
    const facts = within(screen.getByText('Sent by').closest('dl')!)
    expect(facts.getByText('Li Lead')).toBeTruthy()
    expect(facts.getByText('Cardiac science')).toBeTruthy()
  })

  it('keeps every filter in the address', async () => {
    const { user, address, asked } = showPage('/signals', inbox(three()))
    await shown('Gait shoe for falls')
    await user.selectOptions(screen.getByLabelText('Order'), 'Likeliest first')
    await waitFor(() => expect(address()).toBe('/signals?sort=likeliest&signal=gait-shoe-for-falls'))
    await user.selectOptions(screen.getByLabelText('State'), 'dismissed')
    await waitFor(() => expect(asked.at(-1)?.url.searchParams.get('state')).toBe('dismissed'))
    expect(asked.at(-1)?.url.searchParams.has('sort')).toBe(false)
    await screen.findByRole('heading', { name: 'No signal is like this' })
  })

  it('is read without acts by who may not deal with signals', async () => {
    const { user, asked } = showPage('/signals', inbox(three(), {}, ['signals.read']))
    await shown('Gait shoe for falls')
    await user.keyboard('d1xt')
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull()
    expect(screen.queryByRole('checkbox', { name: /Choose/ })).toBeNull()
    expect(sent(asked)).toEqual([])
  })
})
