import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Comparison } from '../../api/contract/comparison.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'
import { compared, comparison, isNew, stood } from '../support/web-given-comparison.ts'

const items = [
  compared('Technology 1', { id: 't1', order: 'up', chance: 0.95, from: stood(9), to: stood(1) }),
  compared('Technology 2', { id: 't2', ...isNew, to: stood(2) }),
]

/** The radar of edition 2, or of another, with edition 1 before it. */
function show(number = 2, with_: Partial<Comparison> = {}) {
  const { from, to } = comparison([])
  const edition = { id: `e${number}`, number, title: '2026 radar', publishedAt: '2026-03-12T10:00:00Z' }
  const rows = [rankedRow(1), rankedRow(2)]
  return showPage(
    `/?edition=${number}&colour=movement`,
    serve({
      '/about': { body: about() },
      '/session': { body: session(['editions.read', 'ranking.read', 'technologies.read', 'scans.read']) },
      '/editions': { body: { items: [to, from], total: 2 } },
      '/ranking': { body: ranking({ items: rows, edition }) },
      [`/editions/${number}/comparison`]: { body: comparison(items, with_) },
    }),
  )
}

const compares = ({ asked }: ReturnType<typeof showPage>) =>
  asked.filter(({ url }) => /comparison/.test(url.pathname)).length

describe('what moved, on the radar', () => {
  it('is shown in an edition that has one before it, each mark with its movement', async () => {
    show()

    expect(await screen.findByRole('option', { name: 'What has moved' })).toBeTruthy()
    expect(document.body.textContent).toContain('Up a group or more')
  })

  it('is not offered in the first edition, and nothing is asked for in vain', async () => {
    const page = show(1)

    await screen.findByRole('heading', { level: 1, name: /Technology radar/ })
    await screen.findAllByRole('option', { name: /edition 1/ })
    expect(screen.queryByRole('option', { name: 'What has moved' })).toBeNull()
    expect(compares(page)).toBe(0)
  })

  it('is not offered until it is known which movements are real', async () => {
    const page = show(2, { chances: { state: 'working', progress: 0.1 } })

    // Asked again, so that the first answer has been drawn.
    await waitFor(() => expect(compares(page)).toBeGreaterThan(1), { timeout: 4_000 })
    expect(screen.queryByRole('option', { name: 'What has moved' })).toBeNull()
  })
})
