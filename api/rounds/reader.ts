import type { Database } from '../../db/open.ts'
import { type PanelSeat, panelOf } from '../../db/panels.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { Round } from '../contract/rounds.ts'
import type { ProgressOf, RoundProgress } from '../ratings/progress.ts'
import { getScan } from '../scans/commands.ts'
import { isVisible, type ScanScope } from '../scans/scope.ts'
import { getRound, noRound } from './commands.ts'
import { itemsAsked } from './items-asked.ts'

export async function readRound(db: Database, progressOf: ProgressOf, id: string, scope: ScanScope): Promise<Round> {
  const round = await getRound(db, id)
  if (!isVisible(await getScan(db, round.scan), scope)) throw noRound(id)
  return withCounts(round, await panelOf(db, round.scan), await progressOf(id))
}

/** A round with its counts: no figure of what was answered. */
export function withCounts(round: RoundHead, panel: readonly PanelSeat[], progress: RoundProgress): Round {
  const { technologies, bySpecialism, answered } = progress
  const asked = panel.map((seat) => ({ items: itemsAsked(seat, progress), done: answered.get(seat.id) ?? 0 }))
  const invited = asked.filter(({ items }) => items > 0)
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
  return {
    ...round,
    technologies,
    pairs: sum(bySpecialism.values()),
    asked: sum(asked.map(({ items }) => items)),
    answered: sum(answered.values()),
    invited: invited.length,
    started: invited.filter(({ done }) => done > 0).length,
    finished: invited.filter(({ items, done }) => done >= items).length,
  }
}
