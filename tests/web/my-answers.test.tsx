import { beforeEach, describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { type Asked, problem, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem, rating, round } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

beforeEach(() => {
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
function asks(items: QueueItem[], with_: Parameters<typeof queue>[1] = {}, put?: Server): Server {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['ratings.record', 'scans.read']) },
    '/my-answers': { body: { items: [queue(items, with_)] } },
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

describe('before answering', () => {
  it('says how long it takes, and what a panel member should know first', async () => {
    showPage('/my-answers', asks([watch(), sensors('Cardiac science', { earlier: rating() })]))
    expect(await screen.findByText('2 items, about 2 minutes. You can stop at any time.')).toBeTruthy()
    const notice = screen.getByRole('region', { name: 'Before you answer' }).textContent
    for (const said of ['Only you see your answers', 'from 3 panel members up', 'only if you agree', 'could link'])
      expect(notice).toContain(said)
    expect(notice).toContain('Freedom of Information')
    expect(screen.getByText(/One item carries your answer from an earlier round/)).toBeTruthy()
  })

  it('tells somebody who is not on the panel from somebody whom no round asks', async () => {
    const server = (state: 'open' | 'closed') =>
      serve({
        '/about': { body: about() },
        '/session': { body: session(['ratings.record', 'scans.read']) },
        '/my-answers': { body: { items: [] } },
        '/scans': { body: { items: [{ slug: 'scan-2026', name: 'This year’s scan' }], total: 1 } },
        '/scans/scan-2026': { body: { ...scan(), rounds: [round(2, state)] } },
      })
    const { unmount } = showPage('/my-answers', server('open'))
    expect(await screen.findByText('You are not on the panel')).toBeTruthy()
    unmount()
    showPage('/my-answers', server('closed'))
    expect(await screen.findByText('No round is open just now')).toBeTruthy()
  })
})

describe('an item', () => {
  it('is answered by thumb, saved as a new answer, and followed by the next', async () => {
    const { user, asked, address } = showPage('/my-answers', asks([watch(), sensors('Cardiac science')]))
    await user.click(await screen.findByRole('link', { name: 'Start' }))
    await user.click(await screen.findByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('radio', { name: '7' }))
    await user.click(screen.getByRole('radio', { name: '2029 to 2031' }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))

    await title('Home sensors')
    const [write] = writes(asked)
    expect(write?.url.pathname).toBe('/api/v1/rounds/r2/ratings/smart-watch/cardiac-science')
    expect(write?.headers['if-none-match']).toBe('*')
    expect(write?.body).toEqual({ stance: 'rated', impact: 7, arrival: { kind: 'band', band: 1 }, reason: null })
    expect(screen.getByText('Saved. 1 of 2 done')).toBeTruthy()
    expect(address()).toContain('item=home-sensors/cardiac-science')
  })

  it('is answered by keys alone: 7, B, Enter', async () => {
    const { user, asked } = showPage(watchAt, asks([watch(), sensors('Cardiac science')]))
    await title('Smart watch')
    await user.keyboard('7b{Enter}')
    await title('Home sensors')
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'rated', impact: 7, arrival: { kind: 'band', band: 1 } })
    await user.keyboard('{ArrowLeft}')
    await title('Smart watch')
  })

  it('leaves the keys alone while somebody types a reason, and when they are switched off', async () => {
    const { user } = showPage(watchAt, asks([watch()]))
    await user.click(await screen.findByText('Add a reason (optional)'))
    await user.type(screen.getByLabelText('Your reason'), 'Any 7 jars')
    const yes = screen.getByRole<HTMLInputElement>('radio', { name: 'Yes' })
    expect(yes.checked).toBe(false)

    await user.click(screen.getByText('Answer by keys'))
    await user.click(screen.getByRole('checkbox', { name: 'Single keys are on' }))
    await user.keyboard('y')
    expect(yes.checked).toBe(false)
    await user.click(screen.getByRole('checkbox', { name: 'Single keys are on' }))
    await user.keyboard('y')
    expect(yes.checked).toBe(true)
  })

  it('says beside each question what is missing, and in a summary that leads there', async () => {
    const { user, asked } = showPage(watchAt, asks([watch()]))
    await user.click(await screen.findByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    await user.click(await screen.findByRole('link', { name: /Choose how much it would change/ }))
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: '1' }))
    expect(screen.getAllByText(/Say when, or choose/)).toHaveLength(2)
    expect(writes(asked)).toHaveLength(0)
  })

  it.each([
    ['2032', '2030', '2031', 'This must be 2032 or later. You entered 2030.'],
    ['2028', '2034', '2036', 'The middle guess must be from 2028 to 2034. You entered 2036.'],
    ['2015', '2034', '2030', 'The year must be from 2016 to 2076. You entered 2015.'],
    ['soon', '2034', '2030', 'Enter how early it could be as a year of four digits'],
  ])('asked for years, refuses early %s, late %s, middle %s', async (early, late, middle, message) => {
    const { user } = showPage(watchAt, asks([watch()], { asksYears: true, id: `years-${early}` }))
    await user.click(await screen.findByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('radio', { name: '5' }))
    const fields = screen.getAllByRole('textbox').map((field) => field.id)
    expect(fields.slice(0, 3)).toEqual(['p10', 'p90', 'p50'])
    await user.type(screen.getByLabelText('As early as'), early)
    await user.type(screen.getByLabelText('As late as'), late)
    await user.type(screen.getByLabelText('Middle guess'), middle)
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    expect(await screen.findByRole('link', { name: message })).toBeTruthy()
  })

  it('keeps an earlier answer by one press', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ earlier: rating({ round: 'r1', version: 3 }) })]))
    expect(await screen.findByText('Yes, 7 of 9, 2029 to 2031')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    await title('All 1 done. Thank you.')
    expect(writes(asked)[0]?.headers['if-none-match']).toBe('*')
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'rated', impact: 7 })
  })

  it('offers the same answer for the other specialism', async () => {
    const items = [sensors('Cardiac science'), sensors('Respiratory science')]
    const { user, asked } = showPage(at('home-sensors', 'cardiac-science'), asks(items))
    await user.click(await screen.findByRole('radio', { name: 'Already normal practice' }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    await title('Same for Respiratory science?')
    await user.click(screen.getByRole('button', { name: 'Yes, the same answer' }))
    await title('All 2 done. Thank you.')
    expect(writes(asked).map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
      'cardiac-science',
      'respiratory-science',
    ])
    expect(writes(asked)[1]?.body).toEqual(writes(asked)[0]?.body)
  })

  it('is withdrawn only after saying what that means', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ answer: rating({ version: 2 }) })]))
    await user.click(await screen.findByRole('button', { name: 'Withdraw my answer …' }))
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('neither will one that you gave in an earlier round')
    expect(writes(asked)).toHaveLength(0)
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw my answer' }))
    expect(await screen.findByText(/^Withdrawn\. You can answer again/)).toBeTruthy()
    expect(document.activeElement).toBe(await title('Smart watch'))
    expect(writes(asked)[0]?.headers['if-match']).toBe('"2"')
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'withdrawn', impact: null })
  })

  it('can be given again after it was withdrawn, from where it stands now', async () => {
    const { user, asked } = showPage(watchAt, asks([watch({ answer: rating({ version: 2 }) })]))
    await user.click(await screen.findByRole('button', { name: 'Withdraw my answer …' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw my answer' }))
    await screen.findByText(/^Withdrawn\./)
    expect(screen.queryByText(/How much would it change/)).toBeNull()
    await user.click(screen.getByRole('radio', { name: /^No, no change/ }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    await title('All 1 done. Thank you.')
    expect(writes(asked).map(({ headers }) => headers['if-match'])).toEqual(['"2"', '"3"'])
  })

  it('stops with nothing lost', async () => {
    const { user } = showPage(watchAt, asks([watch({ answer: rating() }), sensors('Cardiac science')]))
    await user.click(await screen.findByRole('link', { name: 'Stop here' }))
    await title('1 of 2 done, nothing lost')
    expect(screen.getByText('Not yet')).toBeTruthy()
  })
})

describe('when an answer cannot be saved', () => {
  const answerNo = async (user: ReturnType<typeof showPage>['user']) => {
    await user.click(await screen.findByRole('radio', { name: 'No, no change' }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
  }

  it('shows the answer given in another window, and overwrites it only when told to', async () => {
    const there = rating({ stance: 'already', impact: null, arrival: null, version: 3 })
    const put: Server = ({ headers, body }) =>
      headers['if-match'] === '"3"'
        ? { body: rating({ ...(body as RatingResponse), version: 4 }) }
        : problem(412, 'It was changed after you read it.', { current: there })
    const { user, asked } = showPage(watchAt, asks([watch()], {}, put))
    await answerNo(user)
    expect(await screen.findByText('You have answered this in another window')).toBeTruthy()
    expect(screen.getByText('Already normal practice', { selector: 'strong' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Go on with this one/ }))
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    await title('All 1 done. Thank you.')
    expect(writes(asked).map(({ headers }) => headers['if-match'] ?? headers['if-none-match'])).toEqual(['*', '"3"'])
  })

  it('shows the answer given in another window when an earlier one is kept', async () => {
    const there = rating({ stance: 'already', impact: null, arrival: null, version: 1 })
    const put = () => problem(412, 'It was changed after you read it.', { current: there })
    const earlier = rating({ round: 'r1', version: 3 })
    const { user } = showPage(watchAt, asks([watch({ earlier })], {}, put))
    await user.click(await screen.findByRole('button', { name: 'Keep mine' }))
    expect(await screen.findByText(/^You have answered this in another window: Already normal practice\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull()
    const present = screen.getByRole<HTMLInputElement>('radio', { name: /^Already normal practice/ })
    expect(present.checked).toBe(true)
    expect(document.activeElement).toBe(await title('Smart watch'))
  })

  it('says plainly that the round has closed', async () => {
    const put = () => problem(409, 'Round 2 is closed, so its answers cannot be changed.')
    const { user } = showPage(watchAt, asks([watch()], {}, put))
    await answerNo(user)
    expect(await screen.findByText('Round 2 is closed, so its answers cannot be changed.')).toBeTruthy()
    expect(screen.getByText(/What you saved before counts/)).toBeTruthy()
  })

  it('says “not confirmed”, keeps what was chosen, and sends the same again', async () => {
    let tries = 0
    const put: Server = ({ body }) =>
      ++tries === 1 ? 'nothing' : { status: 201, body: rating({ ...(body as RatingResponse) }) }
    const { user, asked } = showPage(watchAt, asks([watch()], {}, put))
    await answerNo(user)
    expect(await screen.findByText('Not confirmed')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No, no change' }).checked).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Save and next' }))
    await title('All 1 done. Thank you.')
    expect(writes(asked)[1]?.body).toEqual(writes(asked)[0]?.body)
  })

  it('keeps what was chosen when the session has ended', async () => {
    const { user } = showPage(
      watchAt,
      asks([watch()], {}, () => problem(401, 'You are not signed in.')),
    )
    await answerNo(user)
    expect(await screen.findByText('You have been signed out')).toBeTruthy()
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No, no change' }).checked).toBe(true),
    )
  })
})
