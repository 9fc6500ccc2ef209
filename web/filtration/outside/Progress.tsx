import type { OutsideList } from '../../../api/contract/outside-lists.ts'

/** "34 of 120 settled", and as a bar. */
export function Progress({ counts: { total, open } }: Pick<OutsideList, 'counts'>) {
  const settled = total - open
  return (
    <span className="offing-settled">
      {settled.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} settled
      <progress value={settled} max={total} aria-hidden="true" />
    </span>
  )
}
