import { findNote, notesOf } from '../../db/discussion-notes.ts'
import type { Database } from '../../db/open.ts'
import { pairsOf } from '../../db/pairs.ts'
import { findPairAsked } from '../../db/panels.ts'
import { declaredKinds, hasAnswered, reasonsIn, versionsOn } from '../../db/round-answers.ts'
import type { RoundHead } from '../../db/rounds.ts'
import type { Discussion, DiscussionItem, PanelView, RoundReport } from '../contract/panel-view.ts'
import { inTurns, pauses } from '../in-turns.ts'
import type { FollowedScan, RegistryFollower } from '../ranking/follower.ts'
import type { AnswerOf } from '../ratings/counted.ts'
import { Refusal } from '../refusal.ts'
import { getRound } from '../rounds/commands.ts'
import { countedRounds, isPilot, lastClosed } from '../scans/round.ts'
import { answersAsOf, type ClosedRound, closedRound } from './closed-round.ts'
import { countInterests } from './interests-counted.ts'
import { reportedTechnologies, specialismsByTechnology } from './reported.ts'
import { type ReportPart, reportPart, roundFigures } from './round-report.ts'
import { viewerOf } from './viewer.ts'

/** Up to so many, each technology's answers are asked for by themselves. */
const fewTechnologies = 20

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
    const viewOf = await this.viewer(scan, closed, [pair.technology])
    const note = await findNote(this.db, closed.id, pair.technology)
    return { round: closed.number, ...viewOf(pair.technology)(pair), note: note?.text || null }
  }

  /** What a closed round came to; refuses one that is not closed, and a pilot. */
  async report(id: string): Promise<RoundReport> {
    const round = await getRound(this.db, id)
    const scan = await this.scanOf(round)
    ensureClosed(round)
    const reasons = await this.reasons([round])
    const context = {
      method: scan.method,
      horizon: scan.state.horizon,
      isFirst: countedRounds(scan.rounds)[0]?.id === round.id,
      hasReason: (panellist: string, technology: string, specialism: string) =>
        reasons.has(keyOf({ round: round.id, panellist, technology, specialism })),
    }
    const pause = pauses()
    const parts: ReportPart[] = []
    for (const technology of reportedTechnologies(scan.held, round.number, await pairsOf(this.db, round.id))) {
      parts.push(reportPart(technology, context))
      await pause()
    }
    const figures = await inTurns(roundFigures(parts, context))
    const declared = await declaredKinds(this.db, scan.head.id)
    const interests = countInterests(declared, round.closedAt!, scan.panel)
    return { round: round.number, imported: round.imported, ...figures, interests }
  }

  /** The last closed round item by item; `only` (slugs or ids) leaves out the other technologies. */
  async discussion(id: string, only: readonly string[] | undefined): Promise<Discussion> {
    const round = await getRound(this.db, id)
    const scan = await this.scanOf(round)
    ensureClosed(round)
    ensureLast(round, scan)
    const asked = [...specialismsByTechnology(await pairsOf(this.db, round.id))].filter(
      ([technology]) => !only || only.includes(technology) || only.includes(scan.held.find(technology)!.slug),
    )
    const viewOf = await this.viewer(
      scan,
      round,
      asked.map(([technology]) => technology),
    )
    const notes = new Map((await notesOf(this.db, [round.id])).map((note) => [note.technology, note]))
    const pause = pauses()
    const items: DiscussionItem[] = []
    for (const [technology, specialisms] of asked) {
      const { slug, name } = scan.held.find(technology)!
      const note = notes.get(technology)
      items.push({
        technology: { id: technology, slug, name },
        ...viewsIn(scan, new Set(specialisms), viewOf(technology)),
        note: note ? { text: note.text, version: note.version } : null,
      })
      await pause()
    }
    items.sort((a, b) => compareText(a.technology.name, b.technology.name))
    return { round: round.number, items, total: items.length }
  }

  private async scanOf(round: RoundHead): Promise<FollowedScan> {
    const { scans } = await this.follower.followed()
    return scans.find(({ head }) => head.id === round.scan)!
  }

  /** How the panels answered on each of these technologies (ids) as of a closed round, by what a reader may see of it. */
  private async viewer(scan: FollowedScan, round: RoundHead, technologies: readonly string[]) {
    const closed = closedRound(scan.held, round.number)
    const answersOn =
      technologies.length > fewTechnologies
        ? await this.answersOnMany(scan, round)
        : await this.answersOnFew(scan, round, closed, technologies)
    return (technology: string) =>
      viewerOf(answersOn(technology), closed.withheld(technology), scan.method, scan.state.horizon)
  }

  /** The answers that count on a technology, with their reasons: asked for technology by technology. */
  private async answersOnFew(
    scan: FollowedScan,
    round: RoundHead,
    closed: ClosedRound,
    technologies: readonly string[],
  ) {
    const rounds = upTo(round, scan).map(({ id }) => id)
    const answers = new Map<string, AnswerOf[]>()
    for (const technology of technologies)
      answers.set(technology, closed.counted(technology, await versionsOn(this.db, scan.head, rounds, technology)))
    return (technology: string) => answers.get(technology)!
  }

  /** The same for any technology: the follower holds the answers, and all reasons are read at once. */
  private async answersOnMany(scan: FollowedScan, round: RoundHead): Promise<(technology: string) => AnswerOf[]> {
    const rounds = upTo(round, scan)
    const idOf = new Map(rounds.map(({ id, number }) => [number, id]))
    const reasons = await this.reasons(rounds)
    const answersOn = answersAsOf(scan.held, round.number)
    return (technology) =>
      answersOn(technology).map((answer) => ({
        ...answer,
        reason: reasons.get(keyOf({ ...answer, round: idOf.get(answer.round)! })) ?? null,
      }))
  }

  /** By round, panel member and item: the reason of the present answer, where there is one. */
  private async reasons(rounds: readonly RoundHead[]): Promise<Map<string, string>> {
    const pause = pauses()
    const reasons = new Map<string, string>()
    const ids = rounds.map(({ id }) => id)
    for await (const page of reasonsIn(this.db, ids)) {
      for (const one of page) reasons.set(keyOf(one), one.reason)
      await pause()
    }
    return reasons
  }
}

/** The counted rounds of a scan up to this one. */
function upTo(round: RoundHead, scan: FollowedScan): RoundHead[] {
  return countedRounds(scan.rounds).filter(({ number }) => number <= round.number)
}

/** As the scan team sees them. */
function viewsIn(scan: FollowedScan, specialisms: ReadonlySet<string>, viewOf: ReturnType<typeof viewerOf>) {
  const named = scan.specialisms.filter(({ id }) => specialisms.has(id))
  const views = named.map(({ id, slug, name }) => ({
    specialism: { slug, name },
    view: viewOf({ panellist: null, specialism: id }),
  }))
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

const keyOf = (at: { round: string; panellist: string; technology: string; specialism: string }) =>
  `${at.round} ${at.panellist} ${at.technology} ${at.specialism}`

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
