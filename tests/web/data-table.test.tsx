import { beforeAll, describe, expect, it } from '@jest/globals'
import { createColumnHelper } from '@tanstack/react-table'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { DataTable } from '../../web/shared/table/DataTable.tsx'
import type { Features } from '../../web/shared/table/features.ts'

interface Row {
  id: string
  name: string
}

const helper = createColumnHelper<Features, Row>()
const columns = helper.columns([
  helper.accessor('name', {
    header: 'Technology',
    meta: { names: true },
    cell: ({ row }) => <a href={`#${row.original.id}`}>{row.original.name}</a>,
  }),
])

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `t${i + 1}`, name: `Technology ${i + 1}` }))

const show = (count: number) =>
  render(
    <DataTable columns={columns} rows={rowsOf(count)} name="Technologies" sort="" onSort={() => {}} ownOrder="name" />,
  )

const drawn = () => document.querySelectorAll('tbody tr[aria-rowindex]').length
const focusedRow = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

function giveHeight(owner: Element, name: string, heights: Record<string, number>) {
  Object.defineProperty(owner, name, {
    configurable: true,
    get(this: Element) {
      return heights[this.tagName] ?? 0
    },
  })
}

describe('a table of 20,000 rows', () => {
  // The virtual rows go by the height of the box and of each row, and here nothing has a height.
  beforeAll(() => {
    giveHeight(Element.prototype, 'clientHeight', { SECTION: 800 })
    giveHeight(HTMLElement.prototype, 'offsetHeight', { TR: 64 })
  })

  it('draws the rows near the view, and tells screen readers of all', () => {
    show(20_000)
    expect(drawn()).toBeLessThan(100)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('20001')
    expect(screen.getByText('Technology 1').closest('tr')?.getAttribute('aria-rowindex')).toBe('2')
  })

  it('goes to the last row and back by keyboard, and keeps the focus on a row', async () => {
    const user = userEvent.setup()
    show(20_000)
    act(() => screen.getByText('Technology 1').focus())
    await user.keyboard('{End}')
    expect(focusedRow()).toBe('20001')
    await user.keyboard('{ArrowUp}')
    expect(focusedRow()).toBe('20000')
    await user.keyboard('{Home}{ArrowDown}')
    expect(focusedRow()).toBe('3')
  })

  it('can be reached and moved by keyboard as a whole', () => {
    show(20_000)
    const box = screen.getByRole('region', { name: 'Technologies' })
    expect(box.tabIndex).toBe(0)
  })

  it('draws every row for paper', () => {
    show(500)
    expect(drawn()).toBeLessThan(100)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(drawn()).toBe(500)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(drawn()).toBeLessThan(100)
  })
})

it('draws a hundred rows whole, so that the browser’s own search finds them', () => {
  show(101)
  expect(drawn()).toBe(101)
})
