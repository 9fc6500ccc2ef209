import { beforeEach, describe, expect, it } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { forgetOutboxes } from '../../web/ratings/outbox/use-outbox.ts'
import { type Asked, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem, rating, round, seat } from '../support/web-given-scan.ts'
import { scan, technology } from '../support/web-given-technology.ts'

beforeEach(() => {
  forgetOutboxes()
  window.localStorage.clear()
  window.sessionStorage.clear()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})

const watch = (with_: Partial<QueueItem> = {}) => queueItem('Smart watch', 'Cardiac science', with_)
const sensors = (specialism: string, with_: Partial<QueueItem> = {}) => queueItem('Home sensors', specialism, with_)

/** A server that asks these items of a lead. An answer comes back as the next version of what was there. */
function asks(items: QueueItem[], with_: Parameters<typeof queue>[1] = {}, put?: Server, held = seat()): Server {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['ratings.record', 'scans.read']) },
    '/my-answers': { body: { items: [{ ...queue(items, with_), seat: held }], seats: [] } },
  })
  const record: Server = ({ body, headers }) => {
    const version = Number(headers['if-match']?.replaceAll('"', '') ?? 0) + 1
    return { status: version === 1 ? 201 : 200, body: rating({ ...(body as RatingResponse), version }) }
  }
  return (asked) => (asked.method === 'PUT' ? (put ?? record)(asked) : server(asked))
}

const at = (technology: string, specialism: string) => `/my-answers?scan=scan-2026&item=${technology}/${specialism}`
const watchAt = at('smart-watch', 'cardiac-science')
const writes = (asked: Asked[]) => asked.filter(({ method }) => method === 'PUT')
const title = (name: string) => screen.findByRole('heading', { level: 1, name })

const tile = (name: string | RegExp) => screen.findByRole('button', { name })
const isPressed = (name: string | RegExp) => screen.getByRole('button', { name }).getAttribute('aria-pressed')

describe('before answering', () => {
  it('says how long it takes, and what a panel member should know first', async () => {
    const items = [watch(), sensors('Cardiac science', { earlier: rating() })]
    const { unmount } = showPage('/my-answers', asks(items, {}, undefined, seat({ declaration: null })))
    expect(await screen.findByText('2 items, about 2 minutes. You can stop at any time.')).toBeTruthy()
    const notice = screen.getByRole('region', { name: 'Before you answer' }).textContent
    for (const said of ['Only you see your answers', 'from 3 panel members up', 'only if you agree', 'could link'])
      expect(notice).toContain(said)
    expect(notice).toContain('Freedom of Information')
    expect(screen.getByText(/One item carries your answer from an earlier round/)).toBeTruthy()
    unmount()
    // Who has begun finds it folded away.
    showPage('/my-answers', asks(items))
    expect(await screen.findByText(/^Who sees what: you read this on/)).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Before you answer' })).toBeNull()
  })

  it('counts two minutes an item where three years are asked', async () => {
    showPage('/my-answers', asks([watch(), sensors('Cardiac science')], { asksYears: true }))
    expect(await screen.findByText('2 items, about 4 minutes. You can stop at any time.')).toBeTruthy()
  })

  it('leads from the notice over the interests to the first item, in two presses', async () => {
    const newcomer = seat({ noticeReadAt: null, declaration: null, version: 1 })
    const put: Server = ({ url, body }) => {
      const read = { ...newcomer, noticeReadAt: '2026-04-01T09:00:00Z', version: 2 }
      if (url.pathname.endsWith('/notice')) return { body: read }
      const declaration = { ...(body as object), declaredAt: '2026-04-01T09:00:00Z', version: 1 }
      return { body: { ...read, declaration, version: 3 } }
    }
    const { user, asked } = showPage(watchAt, asks([watch()], {}, put, newcomer))
    await title('My answers')
    await user.click(await tile('I have read this'))
    // The button is gone: what comes next has the focus.
    await waitFor(() => expect(document.activeElement?.id).toBe('interests'))
    await user.click(await tile('I have none: start'))
    await title('Smart watch')
    expect(writes(asked).map(({ body }) => body)).toEqual([
      { read: true },
      { kind: 'none', statement: '', technologies: [] },
    ])
    expect(writes(asked)[1]?.headers['if-match']).toBe('"2"')
  })

  it('tells somebody who is not on the panel from somebody whom no round asks, who finds their brief', async () => {
    const cardiac = { slug: 'cardiac-science', name: 'Cardiac science' }
    const seats = [
      { scan: { slug: 'scan-2026', name: 'This year’s scan' }, specialisms: [cardiac], lastClosedRound: 2 },
    ]
    const server = (state: 'open' | 'closed') =>
      serve({
        '/about': { body: about() },
        '/session': { body: session(['ratings.record', 'scans.read']) },
        '/my-answers': { body: { items: [], seats: state === 'closed' ? seats : [] } },
        '/scans': { body: { items: [{ slug: 'scan-2026', name: 'This year’s scan' }], total: 1 } },
        '/scans/scan-2026': { body: { ...scan(), rounds: [round(2, state)] } },
      })
    const { unmount } = showPage('/my-answers', server('open'))
    expect(await screen.findByText('You are not on the panel')).toBeTruthy()
    unmount()
    showPage('/my-answers', server('closed'))
    expect(await screen.findByText('No round is open just now')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'The brief of Cardiac science' }).getAttribute('href')).toBe(
      '/specialisms/cardiac-science?scan=scan-2026',
    )
  })
})

describe('an item', () => {
  it('is answered by two taps, saved as a new answer, and followed by the next', async () => {
    const { user, asked, address } = showPage('/my-answers', asks([watch(), sensors('Cardiac science')]))
    await user.click(await screen.findByRole('link', { name: 'Start' }))
    await user.click(await tile('7'))
    await user.click(await tile(/^2029 to 2031/))

    expect(document.activeElement).toBe(await title('Home sensors'))
    const [write] = writes(asked)
    expect(write?.url.pathname).toBe('/api/v1/rounds/r2/ratings/smart-watch/cardiac-science')
    expect(write?.headers['if-none-match']).toBe('*')
    expect(write?.body).toEqual({ stance: 'rated', impact: 7, arrival: { kind: 'band', band: 1 }, reason: null })
    expect(await screen.findByText('Saved: Smart watch, Yes, 7 of 9, 2029 to 2031. 1 of 2 done')).toBeTruthy()
    expect(address()).toContain('item=home-sensors/cardiac-science')
  })

  it('of twelve takes no more than two presses each', async () => {
    const names = ['Lamp', 'Probe', 'Robot', 'Patch', 'Scan', 'Assay']
    const items = names.flatMap((name) => [queueItem(name, 'Cardiac science'), queueItem(name, 'Respiratory science')])
    const { user, asked } = showPage('/my-answers', asks(items))
    await user.click(await screen.findByRole('link', { name: 'Start' }))
    let presses = 0
    for (const name of names) {
      await title(name)
      await user.keyboard('5c')
      presses += 2
      // The same technology for the other specialism comes next, and takes one press.
      await user.click(await tile(/^Same as Cardiac science: Yes, 5 of 9, 2032 to 2036/))
      presses += 1
    }
    await title('All 12 done. Thank you.')
    expect(presses).toBeLessThanOrEqual(24)
    await screen.findByText('All 12 done. Thank you.')
    expect(new Set(writes(asked).map(({ url }) => url.pathname)).size).toBe(12)
  })

  it('is answered by one key where nothing changes, and taken back by U', async () => {
    const { user, asked } = showPage(watchAt, asks([watch(), sensors('Cardiac science')]))
    await title('Smart watch')
    await user.keyboard('n')
    await title('Home sensors')
    await screen.findByText(/^Saved: Smart watch, No, no change\./)
    await user.keyboard('u')
    await title('Smart watch')
    await screen.findByText(/^Put back as it was: Smart watch\./)
    expect(writes(asked).map(({ body, headers }) => [(body as RatingResponse).stance, headers['if-match']])).toEqual([
      ['not-affected', undefined],
      ['withdrawn', '"1"'],
    ])
  })

  it('goes back to the earlier answer by U where there was one', async () => {
    const answer = rating({ version: 2, impact: 4 })
    const { user, asked } = showPage(watchAt, asks([watch({ answer })]))
    await title('Smart watch')
    await user.keyboard('8')
    await screen.findByText(/^Saved: Smart watch, Yes, 8 of 9/)
    await user.keyboard('u')
    await screen.findByText(/^Put back as it was/)
    expect(isPressed('4')).toBe('true')
    expect(writes(asked).map(({ body, headers }) => [(body as RatingResponse).impact, headers['if-match']])).toEqual([
      [8, '"2"'],
      [4, '"3"'],
    ])
  })

  it('takes no key for itself once the next is on its way', async () => {
    const { asked } = showPage(watchAt, asks([watch(), sensors('Cardiac science')]))
    await title('Smart watch')
    act(() => {
      for (const key of ['7', 'b', '3']) fireEvent.keyDown(document.body, { key })
    })
    await title('Home sensors')
    await waitFor(() => expect(writes(asked)).toHaveLength(1))
    expect(writes(asked)[0]?.body).toMatchObject({ impact: 7, arrival: { kind: 'band', band: 1 } })
  })

  it('stays on the page where going on by itself is switched off', async () => {
    const { user, asked } = showPage(watchAt, asks([watch(), sensors('Cardiac science')]))
    await user.click(await screen.findByRole('checkbox', { name: /^Go on to the next item by itself/ }))
    await user.keyboard('n')
    await screen.findByText(/^Saved: Smart watch/)
    expect(writes(asked)).toHaveLength(1)
    await title('Smart watch')
    await user.click(screen.getByRole('button', { name: 'Next not answered' }))
    await title('Home sensors')
  })

  it('leaves the keys alone while somebody types a reason, and when they are switched off', async () => {
    const { user } = showPage(watchAt, asks([watch()]))
    await user.click(await screen.findByText('Add a reason (optional)'))
    await user.type(screen.getByLabelText('Your reason'), 'Any 7 jars')
    expect(isPressed('7')).toBe('false')

    await user.click(screen.getByText('Answer by keys'))
    await user.click(screen.getByRole('checkbox', { name: 'Single keys are on' }))
    await user.keyboard('7')
    expect(isPressed('7')).toBe('false')
    await user.click(screen.getByRole('checkbox', { name: 'Single keys are on' }))
    await user.keyboard('7')
    expect(isPressed('7')).toBe('true')
  })

  it('says beside each question what is missing', async () => {
    const { user, asked } = showPage(watchAt, asks([watch()]))
    await title('Smart watch')
    await user.keyboard('5{Enter}')
    expect(await screen.findByText(/Say when, or choose/)).toBeTruthy()
    expect(writes(asked)).toHaveLength(0)
  })

  it.each([
    ['2032', '2030', '2031', 'This must be 2032 or later. You entered 2030.'],
    ['2028', '2034', '2036', 'The middle guess must be from 2028 to 2034. You entered 2036.'],
    ['2015', '2034', '2030', 'The year must be from 2016 to 2076. You entered 2015.'],
    ['soon', '2034', '2030', 'Enter how early it could be as a year of four digits'],
  ])('asked for years, refuses early %s, late %s, middle %s', async (early, late, middle, message) => {
    const { user, asked } = showPage(watchAt, asks([watch()], { asksYears: true, id: `years-${early}` }))
    await user.click(await tile('5'))
    const fields = screen.getAllByRole('textbox').map((field) => field.id)
    expect(fields.slice(0, 3)).toEqual(['p10', 'p90', 'p50'])
    expect(screen.getByText(/Most people’s ranges are too narrow/)).toBeTruthy()
    await user.type(screen.getByLabelText('As early as'), early)
    await user.type(screen.getByLabelText('As late as'), late)
    await user.type(screen.getByLabelText('Middle guess'), `${middle}{Enter}`)
    expect(await screen.findByText(message)).toBeTruthy()
    expect(writes(asked)).toHaveLength(0)
  })

  it('shows what is known of the technology by E', async () => {
    const server = asks([watch()])
    const { user } = showPage(watchAt, (asked) =>
      asked.url.pathname.endsWith('/technologies/smart-watch')
        ? { body: { ...technology(), evidence: [] }, etag: '"1"' }
        : server(asked),
    )
    await title('Smart watch')
    await user.keyboard('e')
    expect(await screen.findByText('None has been entered yet.')).toBeTruthy()
  })

  it('keeps an earlier answer by one press', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ earlier: rating({ round: 'r1', version: 3 }) })]))
    expect(await screen.findByText('Yes, 7 of 9, 2029 to 2031')).toBeTruthy()
    await user.keyboard('k')
    await title('All 1 done. Thank you.')
    expect(writes(asked)[0]?.headers['if-none-match']).toBe('*')
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'rated', impact: 7 })
  })

  it('is withdrawn only after saying what that means', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ answer: rating({ version: 2 }) })]))
    await user.click(await screen.findByRole('button', { name: 'Withdraw my answer …' }))
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('neither will one that you gave in an earlier round')
    expect(writes(asked)).toHaveLength(0)
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw my answer' }))
    expect(await screen.findByText(/^Saved: Smart watch, Withdrawn\./)).toBeTruthy()
    expect(writes(asked)[0]?.headers['if-match']).toBe('"2"')
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'withdrawn', impact: null })
    // And can be given again, from where it stands now.
    await user.keyboard('n')
    await title('All 1 done. Thank you.')
    expect(writes(asked)[1]?.headers['if-match']).toBe('"3"')
  })

  it('of an earlier round is given again before it is taken back', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ earlier: rating({ round: 'r1', version: 3 }) })]))
    await user.click(await screen.findByRole('button', { name: 'Withdraw my answer …' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw my answer' }))
    await screen.findByText(/^Saved: Smart watch, Withdrawn\./)
    expect(writes(asked).map(({ body, headers }) => [(body as RatingResponse).stance, headers['if-match']])).toEqual([
      ['rated', undefined],
      ['withdrawn', '"1"'],
    ])
  })

  it('shows what was taken over from another specialism, and going on does not put back what stood before', async () => {
    const answer = rating({ impact: 7 })
    const earlier = rating({ round: 'r1', impact: 4 })
    const items = [sensors('Cardiac science', { answer }), sensors('Respiratory science', { earlier })]
    const { user, asked } = showPage(at('home-sensors', 'respiratory-science'), asks(items))
    await user.click(await tile(/^Same as Cardiac science: Yes, 7 of 9/))
    await title('All 2 done. Thank you.')
    await user.click(screen.getAllByRole('link', { name: 'Home sensors' })[1]!)
    await title('Home sensors')
    expect(isPressed('7')).toBe('true')
    expect(isPressed('4')).toBe('false')
    await user.click(await tile('Next not answered'))
    await title('All 2 done. Thank you.')
    expect(writes(asked).map(({ body }) => (body as RatingResponse).impact)).toEqual([7])
  })

  it('that carries an earlier answer over goes on by one press where that says it all', async () => {
    const { user } = showPage(
      watchAt,
      asks([watch({ earlier: rating({ round: 'r1', version: 3 }) }), sensors('Cardiac science')]),
    )
    await user.click(await tile('I can’t judge this'))
    await title('Home sensors')
  })

  it('stops with nothing lost', async () => {
    const { user } = showPage(watchAt, asks([watch({ answer: rating() }), sensors('Cardiac science')]))
    await user.click(await screen.findByRole('link', { name: 'Stop here' }))
    await title('1 of 2 done, nothing lost')
    expect(screen.getByText('Not yet')).toBeTruthy()
  })

  it('names an interest in its technology in one press', async () => {
    const declared: Server = ({ body }) => {
      const declaration = { ...(body as object), technologies: [{ slug: 'smart-watch', name: 'Smart watch' }] }
      return {
        body: seat({ declaration: { ...declaration, declaredAt: '2026-04-01T09:00:00Z', version: 2 } as never }),
      }
    }
    const { user, asked } = showPage(watchAt, asks([watch()], {}, declared))
    await user.click(await tile('I have an interest in this'))
    const said = await screen.findByText('You have declared an interest in this.')
    expect(document.activeElement).toBe(said)
    expect(writes(asked)[0]?.body).toEqual({ kind: 'some', statement: '', technologies: ['smart-watch'] })
  })
})

describe('the order of a sitting', () => {
  it('begins with what was never answered', async () => {
    const names = ['Lamp', 'Probe', 'Robot']
    const items = names.map((name) => queueItem(name, 'Cardiac science', name === 'Robot' ? {} : { earlier: rating() }))
    showPage('/my-answers', asks(items))
    const links = await screen.findAllByRole('link', { name: /^(Lamp|Probe|Robot)$/ })
    expect(links.map((link) => link.textContent)).toEqual(['Robot', 'Lamp', 'Probe'])
  })

  it('stays as it began, whatever the server says later, with new items at the end', async () => {
    const [one, two, three] = ['Lamp', 'Probe', 'Robot'].map((name) => queueItem(name, 'Cardiac science'))
    const { unmount } = showPage('/my-answers', asks([one!, two!]))
    await screen.findByRole('link', { name: 'Lamp' })
    unmount()
    showPage('/my-answers', asks([three!, two!, one!]))
    const names = (await screen.findAllByRole('link', { name: /^(Lamp|Probe|Robot)$/ })).map((link) => link.textContent)
    expect(names).toEqual(['Lamp', 'Probe', 'Robot'])
  })
})
