import type { WorthAnotherLook } from '../../api/contract/next-round.ts'
import type { Discussion, RoundReport } from '../../api/contract/panel-view.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { AskedTechnologies, PilotResult, Round, Workload } from '../../api/contract/rounds.ts'
import type { AddressChanges } from '../shared/address.ts'
import { withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'

// All under the scan's key: whatever changes a scan has them read again.
const ofRound = (round: Round, part: string) => [keys.scan, part, round.id, round.version]

/** How many minutes everybody will need in a round. */
export const useWorkload = (round: Round) =>
  useJson<Workload>(ofRound(round, 'workload'), link(paths.workload, { round: round.id }), { keep: true })

/** What a round asks, by technology. */
export const useAskedTechnologies = (round: Round) =>
  useJson<AskedTechnologies>(ofRound(round, 'asked'), link(paths.roundTechnologies, { round: round.id }), {
    keep: true,
  })

export const usePilotResult = (round: Round) =>
  useJson<PilotResult>(ofRound(round, 'pilot'), link(paths.pilotResult, { round: round.id }))

/** What the next round of a scan should ask. */
export const useWorthAnotherLook = (scan: string, query: AddressChanges) =>
  useJson<WorthAnotherLook>(
    [keys.scan, 'worth-another-look', scan, query],
    withQuery(link(paths.worthAnotherLook, { scan }), query),
    { keep: true },
  )

/** A closed round item by item, for discussion. */
export const useDiscussion = (round: { id: string }, technologies: readonly string[] = []) =>
  useJson<Discussion>(
    [keys.scan, 'discussion', round.id, technologies],
    withQuery(link(paths.discussion, { round: round.id }), { technology: technologies }),
  )

/** What a closed round came to, in figures that name nobody. */
export const useRoundReport = (round: { id: string }) =>
  useJson<RoundReport>([keys.scan, 'report', round.id], link(paths.roundReport, { round: round.id }))
