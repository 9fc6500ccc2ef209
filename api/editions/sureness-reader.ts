import type { Certainty } from '../contract/certainty.ts'
import type { EditionChecklist } from '../contract/editions.ts'
import type { CertaintyKeeper } from '../ranking/certainty-keeper.ts'
import { toCertainty } from '../ranking/certainty-reader.ts'
import type { FollowedScan } from '../ranking/follower.ts'
import type { View } from '../ranking/view.ts'

/** How sure the places of a view are, once that has been worked out. */
export type SurenessOf = (view: View) => Promise<Certainty>

export function surenessFrom(keeper: CertaintyKeeper): SurenessOf {
  return async (view) => toCertainty(view, await keeper.certaintyOf(view.scan, view.lens, 'both'), 'both')
}

/** How far that has come for all specialisms of a scan together. */
export function certaintyNow(keeper: CertaintyKeeper, scan: FollowedScan): EditionChecklist['certainty'] {
  const known = keeper.look(scan, { kind: 'all' }, 'both')
  return { state: known.state, progress: known.state === 'working' ? known.progress : known.state === 'ready' ? 1 : 0 }
}
