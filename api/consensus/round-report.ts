import { type AnswerOf, bySpecialismOf, isHiddenFromTypists, peopleIn } from '../ratings/counted.ts'
import { type AnsweredTwice, type Moved, movedBetween } from '../ratings/moved.ts'
import { isOutside, outsideMiddleHalf } from '../ratings/outside-middle-half.ts'
import type { PanelView, ShownState } from '../ratings/panel-view.ts'
import { bandOfArrival } from '../ratings/year-weights.ts'
import { bandsOf, type Horizon, type Method } from '../scans/method.ts'
import { alphaOfShown, type Unit } from './alpha-of-shown.ts'
import type { WithheldOn } from './closed-round.ts'
import { viewerOf } from './viewer.ts'

/** One technology of a closed round, with everything that was answered on it. Specialisms are ids. */
export interface ReportedTechnology {
  id: string
  /** The specialisms that the round asks about it. */
  asked: readonly string[]
  /** What was answered in the round itself, its reasons left out; what counts as of it; and what counted before it. */
  given: readonly AnswerOf[]
  counted: readonly AnswerOf[]
  before: readonly AnswerOf[]
  /** What the ranking withholds as of the round, and before it. */
  withheld: WithheldOn
  withheldBefore: WithheldOn
}

/** How many items stand in each state. */
export interface StateCounts {
  agreement: number
  disagreement: number
  tooFew: number
  withheld: number
}

/** What a closed round came to, as the scan team sees it: no names, and nothing of fewer people than may be shown. */
export interface RoundFigures {
  /** Krippendorff's alpha of what was answered in the round: how much, item by item; when, technology by technology. */
  alpha: { impact: number | null; arrival: number | null }
  /** How much: of the items (technology and specialism). When: of the technologies. */
  impact: StateCounts
  arrival: StateCounts
  /** Technologies on which a panel is seen to disagree: in some specialism how much, or when. */
  disputed: number
  /** Against what each had said before; null in a first round, as is the next. */
  moved: Moved | null
  /** Answers of the round outside the middle half of the panel before it, and how many of these give a reason. */
  outside: { answers: number; ofAnswers: number; withReason: number } | null
}

export interface ReportContext {
  method: Method
  horizon: Horizon
  /** Whether no round that counts came before. */
  isFirst: boolean
  /** Whether the present answer of somebody (ids) gives a reason. */
  hasReason: (panellist: string, technology: string, specialism: string) => boolean
}

/** What one technology adds to the figures of its round. */
export interface ReportPart {
  views: Views
  movedFrom: AnsweredTwice[]
  held: HeldAgainst[]
}

/** One technology's part: a round is worked out technology by technology, so that others get their turn in between. */
export function reportPart(technology: ReportedTechnology, context: ReportContext): ReportPart {
  return {
    views: viewsOf(technology, context),
    movedFrom: context.isFirst ? [] : answeredTwice(technology),
    held: context.isFirst ? [] : heldAgainstPanel(technology, context),
  }
}

/** Pauses between its figures, each of which goes over all answers. */
export function* roundFigures(parts: readonly ReportPart[], context: ReportContext): Generator<void, RoundFigures> {
  const { method, horizon, isFirst } = context
  const views = parts.map((part) => part.views)
  const items = views.flatMap((one) => one.items)
  yield
  const impactUnits = items.map(impactUnit)
  yield
  const impact = alphaOfShown(impactUnits, method)
  yield
  const arrivalUnits = views.map((one) => arrivalUnit(one, context))
  const arrival = alphaOfShown(arrivalUnits, method)
  yield
  const twice = parts.flatMap((part) => part.movedFrom)
  const moved = isFirst ? null : movedBetween(twice, method, horizon)
  yield
  const held = parts.flatMap((part) => part.held)
  return {
    alpha: { impact, arrival },
    impact: countStates(items.map(({ here }) => here.consensus)),
    arrival: countStates(views.map((one) => one.arrival.consensus)),
    disputed: views.filter(isDisputed).length,
    moved,
    outside: isFirst ? null : outsideOf(held, context),
  }
}

interface Item extends PanelView {
  given: readonly AnswerOf[]
}

type Views = ReturnType<typeof viewsOf>

function viewsOf({ asked, given, counted, withheld }: ReportedTechnology, { method, horizon }: ReportContext) {
  const seenBy = viewerOf(counted, withheld, method, horizon)
  const givenHere = bySpecialismOf(given)
  const items: Item[] = asked.map((specialism) => ({
    ...seenBy({ panellist: null, specialism }),
    given: givenHere.get(specialism) ?? [],
  }))
  return { items, given, arrival: items[0]!.arrival }
}

function impactUnit({ here, given }: Item): Unit {
  const rated = given.filter(({ stance }) => stance === 'rated')
  return {
    values: rated.map(({ impact }) => impact!),
    people: rated.map(({ panellist }) => panellist),
    isShown: here.impact !== null,
  }
}

/** By band, so that answers in bands and in years can stand side by side. */
function arrivalUnit({ arrival: seen, given }: Views, { method, horizon }: ReportContext): Unit {
  const dated = given.flatMap(({ arrival, panellist }) => {
    const band = arrival && bandOfArrival(arrival, method, horizon)
    return band === null ? [] : [{ band, panellist }]
  })
  return {
    values: dated.map(({ band }) => band),
    people: dated.map(({ panellist }) => panellist),
    isShown: seen.byBand !== null,
  }
}

function isDisputed({ items, arrival }: Views): boolean {
  return [arrival, ...items.map(({ here }) => here)].some(({ consensus }) => consensus === 'disagreement')
}

function countStates(states: readonly ShownState[]): StateCounts {
  const count = (wanted: ShownState) => states.filter((state) => state === wanted).length
  return {
    agreement: count('agreement'),
    disagreement: count('disagreement'),
    tooFew: count('too-few'),
    withheld: count('withheld'),
  }
}

function answeredTwice({ before, given }: ReportedTechnology): AnsweredTwice[] {
  const keyOf = ({ panellist, specialism }: AnswerOf) => `${panellist} ${specialism}`
  const known = new Map(before.map((answer) => [keyOf(answer), answer]))
  return given.flatMap((after) => {
    const earlier = known.get(keyOf(after))
    return earlier ? [{ panellist: after.panellist, before: earlier, after }] : []
  })
}

type HeldAgainst = AnswerOf & { technology: string; isOutside: boolean }

/** Each answer is held against what its own giver could see; where nothing could be seen, it counts for nothing. */
function heldAgainstPanel(technology: ReportedTechnology, { method, horizon }: ReportContext): HeldAgainst[] {
  const bands = bandsOf(method, horizon)
  const seenBy = viewerOf(technology.before, technology.withheldBefore, method, horizon)
  return technology.given.flatMap((answer) => {
    const seen = seenBy(answer)
    if (!seen.here.impact && !seen.here.stances && !seen.arrival.years) return []
    return [{ ...answer, technology: technology.id, isOutside: isOutside(outsideMiddleHalf(answer, seen, bands)) }]
  })
}

function outsideOf(held: readonly HeldAgainst[], context: ReportContext): RoundFigures['outside'] {
  const { minimumShown } = context.method
  if (peopleIn(held) < minimumShown || !isHiddenFromTypists(held, minimumShown - 1)) return null
  const outside = held.filter((one) => one.isOutside)
  const reasoned = outside.filter((one) => context.hasReason(one.panellist, one.technology, one.specialism))
  return { answers: outside.length, ofAnswers: held.length, withReason: reasoned.length }
}
