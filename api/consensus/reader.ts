import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { findNote, notesOf } from '../../db/discussion-notes.ts'
import type { Database } from '../../db/open.ts'
import { findPairAsked } from '../../db/panels.ts'
import { declaredKinds, hasAnswered, pairsIn, reasonedIn, versionsOn } from '../../db/round-answers.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { Discussion, DiscussionItem, PanelView, RoundReport } from '../contract/panel-view.ts'
import type { FollowedScan, RegistryFollower } from '../ranking/follower.ts'
import { panelView, type PanelView as View } from '../ratings/panel-view.ts'
import { Refusal } from '../refusal.ts'
import { getRound } from '../rounds/commands.ts'
import { countedRounds, isPilot, lastClosed } from '../scans/round.ts'
import { type ClosedRound, closedRound } from './closed-round.ts'
import { countInterests } from './interests-counted.ts'
import { reportedTechnologies } from './reported.ts'
import { type ReportPart, reportPart, roundFigures } from './round-report.ts'

/** Reads how far a panel agrees: the follower holds the answers, the database their reasons. */
export class ConsensusReader {
  private readonly db: Database
  private readonly follower: RegistryFollower

  constructor(db: Database, follower: RegistryFollower) {
    this.db = db
    this.follower = follower
  }

  /** The panel's answer on an item, for an account that the round asks it and that has given its own first answer. */
  async panelView(at: { round: string; technology: string; specialism: string }, account: string): Promise<PanelView> {
    const round = await getRound(this.db, at.round)
    const pair = await findPairAsked(this.db, { ...at, account })
    if (!pair) throw new Refusal('not-found', 'This round does not ask you about this technology for this specialism.')
    const scan = await this.scanOf(round)
    const counted = countedRounds(scan.rounds).map(({ id }) => id)
    if (!(await hasAnswered(this.db, counted, pair)))
      throw new Refusal('conflict', 'Give your own answer first. You see the panel’s when you have.')
    const closed = lastClosed(scan.rounds)
    if (!closed) throw new Refusal('conflict', 'No round has closed yet, so there is no answer of the panel to show.')
    const viewOf = await this.viewer(scan, closed, pair.technology, pair.panellist)
    const note = await findNote(this.db, closed.id, pair.technology)
    return { round: closed.number, ...viewOf(pair.specialism), note: note?.text || null }
  }

  /** What a closed round came to; refuses one that is not closed, and a pilot. */
  async report(id: string): Promise<RoundReport> {
    const round = await getRound(this.db, id)
    const scan = await this.scanOf(round)
    ensureClosed(round)
    const reasoned = new Set((await reasonedIn(this.db, round.id)).map(keyOf))
    const context = {
      method: scan.method,
      horizon: scan.state.horizon,
      isFirst: countedRounds(scan.rounds)[0]?.id === round.id,
      hasReason: (panellist: string, technology: string, specialism: string) =>
        reasoned.has(keyOf({ panellist, technology, specialism })),
    }
    const parts: ReportPart[] = []
    for (const technology of reportedTechnologies(scan.held, round.number, await pairsIn(this.db, round.id))) {
      parts.push(reportPart(technology, context))
      await turnOfOthers()
    }
    const figures = roundFigures(parts, context)
    const declared = await declaredKinds(this.db, scan.head.id)
    const interests = countInterests(declared, round.closedAt!, scan.panel)
    return { round: round.number, ...figures, interests }
  }

  /** The last closed round item by item; `only` (slugs or ids) leaves out the other technologies. */
  async discussion(id: string, only: readonly string[] | undefined): Promise<Discussion> {
    const round = await getRound(this.db, id)
    const scan = await this.scanOf(round)
    ensureClosed(round)
    ensureLast(round, scan)
    const asked = await pairsIn(this.db, round.id)
    const notes = new Map((await notesOf(this.db, [round.id])).map((note) => [note.technology, note]))
    const items: DiscussionItem[] = []
    for (const technology of new Set(asked.map((pair) => pair.technology))) {
      const { slug, name } = scan.held.find(technology)!
      if (only && !only.includes(slug) && !only.includes(technology)) continue
      const viewOf = await this.viewer(scan, round, technology, null)
      const specialisms = asked.filter((pair) => pair.technology === technology).map((pair) => pair.specialism)
      const note = notes.get(technology)
      items.push({
        technology: { id: technology, slug, name },
        ...viewsIn(scan, specialisms, viewOf),
        note: note ? { text: note.text, version: note.version } : null,
      })
    }
    items.sort((a, b) => compareText(a.technology.name, b.technology.name))
    return { round: round.number, items, total: items.length }
  }

  private async scanOf(round: RoundHead): Promise<FollowedScan> {
    const { scans } = await this.follower.followed()
    return scans.find(({ head }) => head.id === round.scan)!
  }

  /** How the panel of each specialism answered on a technology, as of a closed round. */
  private async viewer(scan: FollowedScan, round: RoundHead, technology: string, reader: string | null) {
    const { held, head, method, state } = scan
    const closed: ClosedRound = closedRound(held, round.number)
    const rounds = countedRounds(scan.rounds).filter(({ number }) => number <= round.number)
    const ids = rounds.map(({ id }) => id)
    const answers = closed.counted(technology, await versionsOn(this.db, head, ids, technology))
    const withheld = closed.withheld(technology)
    return (specialism: string): View => {
      const here = { specialism: withheld.specialism(specialism), all: withheld.all }
      return panelView(answers, specialism, reader, here, method, state.horizon)
    }
  }
}

function viewsIn(scan: FollowedScan, specialisms: readonly string[], viewOf: (specialism: string) => View) {
  const named = scan.specialisms.filter(({ id }) => specialisms.includes(id))
  const views = named.map(({ id, slug, name }) => ({ specialism: { slug, name }, view: viewOf(id) }))
  views.sort((a, b) => compareText(a.specialism.name, b.specialism.name))
  const { arrival } = views[0]!.view
  const disagree = [arrival.consensus, ...views.map(({ view }) => view.here.consensus)]
  return {
    arrival,
    specialisms: views.map(({ specialism, view }) => ({ specialism, view: view.here })),
    disputed: disagree.includes('disagreement'),
  }
}

function ensureClosed(round: RoundHead): void {
  if (isPilot(round)) throw new Refusal('conflict', 'The answers of a pilot never count, so nothing is made of them.')
  if (round.state !== 'closed')
    throw new Refusal(
      'conflict',
      `Round ${round.number} is ${round.state}. Nobody sees a figure of it before it has closed.`,
    )
}

/** Two rounds side by side would show what single people changed, so that the figures of earlier ones stay closed. */
function ensureLast(round: RoundHead, scan: FollowedScan): void {
  const last = lastClosed(scan.rounds)
  if (last && last.number !== round.number)
    throw new Refusal(
      'conflict',
      `Round ${last.number} has closed since. Discuss its answers, not those of round ${round.number}.`,
    )
}

const keyOf = (at: { panellist: string; technology: string; specialism: string }) =>
  `${at.panellist} ${at.technology} ${at.specialism}`

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
