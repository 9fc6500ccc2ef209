import { useRef } from 'react'
import { standingOf } from './queue.ts'
import type { Item } from './sitting.ts'

interface Props {
  item: Item
  onWithdraw: () => void
}

/** Takes an answer back, after saying what that means. */
export function Withdraw({ item, onWithdraw }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const standing = standingOf(item)
  if (standing !== 'answered' && standing !== 'carried-over') return null
  const confirm = () => {
    dialog.current?.close()
    onWithdraw()
  }
  return (
    <>
      <button type="button" className="offing-link-button" onClick={() => dialog.current?.showModal()}>
        Withdraw my answer …
      </button>
      <dialog className="offing-dialog" ref={dialog} aria-labelledby="withdraw-title">
        <h2 className="nhsuk-heading-s" id="withdraw-title">
          Withdraw your answer on {item.technology.name} for {item.specialism.name}?
        </h2>
        <p>
          Your answer will no longer count, and neither will one that you gave in an earlier round: none of yours on
          this item. You can answer again until the round closes.
        </p>
        <div className="offing-ways">
          <button type="button" className="nhsuk-button nhsuk-button--warning" onClick={confirm}>
            Withdraw my answer
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            Keep it
          </button>
        </div>
      </dialog>
    </>
  )
}
