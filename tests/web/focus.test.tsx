import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { DiscussionItem } from '../../api/contract/panel-view.ts'
import { type Answer, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { round } from '../support/web-given-scan.ts'
import { scan, technology } from '../support/web-given-technology.ts'

/** Where a control goes once it was used, what stands in its place has the focus: keys and screen readers go on from there. */

const scanAt = { '/scans/scan-2026': { body: scan({ rounds: [round(1, 'closed')] }), etag: '"1"' } }

describe('the note of a discussion', () => {
  const monitor: DiscussionItem = {
    technology: { id: 't1', slug: 'monitor', name: 'Monitor' },
    arrival: { answers: null, byBand: null, years: null, consensus: 'few' } as never,
    specialisms: [],
    disputed: true,
    note: null,
  }

  it('says that it is saved, and leaves the focus there', async () => {
    let note: DiscussionItem['note'] = null
    const server = serve({
      '/about': { body: about() },
      '/session': { body: session(['scans.read', 'discussion.read', 'discussion.write']) },
      ...scanAt,
      '/rounds/r1/discussion': () => ({ body: { round: 1, items: [{ ...monitor, note }], total: 1 } }),
      '/rounds/r1/technologies/monitor/discussion-note': ({ body }) => {
        note = { ...(body as { text: string }), version: 1 }
        return { body: note }
      },
    })
    const { user } = showPage('/scans/scan-2026/rounds/1/discussion', server)
    await user.click(await screen.findByText('Write a note'))
    await user.type(screen.getByLabelText('What was said'), 'Two views.')
    await user.click(screen.getByRole('button', { name: 'Save the note' }))
    expect(await screen.findByText('Change the note')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByText('The note is saved.'))
  })
})

describe('saving a technology from the cut', () => {
  it('leaves the focus with what was saved, and back', async () => {
    const empty = { scan: 'scan-2026', round: 1, open: true, items: [], total: 0 }
    const it1 = { id: 't1', slug: 'technology-1', name: 'Technology 1' }
    const own = { ...empty, items: [{ technology: it1, own: true, reason: 'New.' }], total: 1 }
    const saved = '/scans/scan-2026/saved-technologies'
    const server = serve({
      '/about': { body: about() },
      '/session': { body: session(['technologies.read', 'technologies.save', 'scans.read']) },
      '/technologies/technology-1': { body: technology(), etag: '"3"' },
      ...scanAt,
      '/scans': { body: { items: [scan()], total: 1 } },
      [saved]: ({ method }): Answer => ({ body: method === 'POST' ? own : empty }),
      [`${saved}/technology-1`]: { body: empty },
    })
    const { user } = showPage('/technologies/technology-1', server)
    await user.click(await screen.findByText(/^Ask for it to be looked at again/))
    expect(document.activeElement?.id).not.toBe('save-from-cut')
    await user.type(screen.getByLabelText('Why'), 'New.')
    await user.click(screen.getByRole('button', { name: 'Save it from the cut' }))
    await user.click(await screen.findByRole('button', { name: 'Take this back' }))
    await screen.findByText(/^Ask for it to be looked at again/)
    await waitFor(() => expect(document.activeElement?.id).toBe('save-from-cut'))
  })
})

describe('evidence, each piece by itself', () => {
  it('gives the focus to its form, and takes it back to its heading', async () => {
    const server = serve({
      '/about': { body: about() },
      '/session': { body: session(['technologies.read', 'technologies.write', 'scans.read']) },
      '/technologies/technology-1': { body: technology(), etag: '"3"' },
      '/categories': { body: { items: [], total: 0 } },
      '/specialisms': { body: { items: [], total: 0 } },
    })
    const { user } = showPage('/technologies/technology-1/change', server)
    await user.click(await screen.findByRole('button', { name: 'Add evidence' }))
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Add evidence' }))
    const cancels = screen.getAllByRole('button', { name: 'Cancel' })
    await user.click(cancels.at(-1)!)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Evidence' }))
  })
})
