import type { Edition } from '../../../api/contract/editions.ts'

export type ActName = 'share' | 'unshare' | 'approve' | 'discard' | 'supersede' | 'withdraw'

interface Act {
  act: ActName
  name: string
  isMain?: boolean
}

/** What can be done about an edition as it stands; whether it may be is the reader's role. */
export function actsOn({ state, shownToBoard }: Edition): Act[] {
  if (state === 'draft')
    return [
      shownToBoard
        ? { act: 'unshare', name: 'Take the draft back from the board' }
        : { act: 'share', name: 'Show the draft to the board' },
      { act: 'approve', name: 'Record the approval and publish', isMain: true },
      { act: 'discard', name: 'Discard the draft' },
    ]
  const withdraw: Act = { act: 'withdraw', name: 'Withdraw it' }
  if (state === 'published') return [{ act: 'supersede', name: 'Mark it as superseded' }, withdraw]
  return state === 'superseded' ? [withdraw] : []
}
