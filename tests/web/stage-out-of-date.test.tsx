import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem } from '../support/web-given-scan.ts'

it('tells the scan team that a stage of development has moved on, with a reason, and takes no key for an answer meanwhile', async () => {
  const { user, asked } = showPage(
    '/my-answers?scan=scan-2026&item=smart-watch/cardiac-science',
    serve({
      '/about': { body: about() },
      '/session': { body: session(['ratings.record', 'scans.read', 'signals.nominate']) },
      '/my-answers': { body: { items: [queue([queueItem('Smart watch', 'Cardiac science')])], seats: [] } },
      '/signals': { status: 201, body: { id: 's', title: 'Stage of Smart watch', receivedAt: '2026-10-01' } },
    }),
  )
  await user.click(await screen.findByText('Is its stage out of date?'))
  await user.click(await screen.findByRole('button', { name: 'Send to the scan team' }))
  expect(await screen.findByRole('alert')).toBeTruthy()

  await user.type(screen.getByLabelText(/What has changed/), 'In use at 9 sites now')
  await user.click(screen.getByRole('button', { name: 'Send to the scan team' }))

  expect(await screen.findByText(/Thank you. The scan team will look at it/)).toBeTruthy()
  const writes = asked.filter(({ method }) => method !== 'GET').map(({ body }) => body)
  expect(writes).toMatchObject([{ technology: 'smart-watch', text: 'In use at 9 sites now', webAddress: null }])
})
