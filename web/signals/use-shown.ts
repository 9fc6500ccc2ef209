import { useCallback, useEffect } from 'react'
import type { Signal } from '../../api/contract/signals.ts'
import { useSignal } from './queries.ts'
import { useInboxAddress } from './use-inbox-address.ts'

/**
 * Which signal is shown: the one that the address names, on this page of the list or not. Where it names none it comes to name the first, so
 * that what arrives meanwhile never takes its place under somebody's hands. `isOld` says that the list is that of other filters still.
 */
export function useShown(items: readonly Signal[], isOld: boolean) {
  const { shown: asked, change } = useInboxAddress()
  const listed = asked === '' ? items[0] : items.find(({ id }) => id === asked)
  const elsewhere = useSignal(asked, asked !== '' && !listed).data
  const shown = listed ?? (elsewhere?.id === asked ? elsewhere : undefined)
  const show = useCallback((id: string | null) => change({ signal: id }, { typing: true }), [change])
  const first = items[0]?.id
  useEffect(() => {
    if (asked === '' && first !== undefined && !isOld) show(first)
  }, [asked, first, isOld, show])
  const at = items.findIndex(({ id }) => id === shown?.id)
  const step = (by: number) => {
    const to = items[at < 0 ? 0 : at + by]
    if (to) show(to.id)
  }
  /** On to the next one after these, or the one before, or to none. */
  const goPast = (signals: readonly Signal[]) => {
    const isLeft = ({ id }: Signal) => !signals.some((one) => one.id === id)
    const next = items.slice(at + 1).find(isLeft) ?? items.slice(0, Math.max(at, 0)).findLast(isLeft)
    show(next?.id ?? null)
  }
  return { shown, step, goPast, show }
}
