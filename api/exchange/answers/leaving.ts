import { type RankingInput, withheldFrom } from '../../ranking/rank.ts'
import type { Tallies } from '../../ranking/tally.ts'
import type { AnswerLog } from '../../ratings/answer-log.ts'
import { stanceNumber } from '../../ratings/answer-log.ts'
import { isHiddenFromTypists, type Typed } from '../../ratings/counted.ts'

/**
 * Which answers (entries of the log) may leave under pseudonyms for all to read who may export them: of those that count, the ones on a
 * technology for a specialism whose own figures are shown, so that together with all that is published they leave over no
 * more than the shown figures do. Out of these, nothing where how answers lie would show somebody who typed some in from paper
 * those of fewer than `minimumShown` others. Pauses after each technology.
 */
export function* answersLeaving(input: RankingInput): Generator<void, number[]> {
  const { tallies, method } = input
  const mixed = partlyTyped(tallies)
  const leaving: number[] = []
  for (let k = 0; k < tallies.technologies; k++) {
    const hidden = withheldFrom(input, k).specialisms
    for (let p = tallies.pairStart[k]!; p < tallies.pairStart[k + 1]!; p++) {
      const given = answersOf(tallies, p)
      const isShown = given.length >= method.minimumShown && !hidden.has(tallies.pairs.specialism[p]!)
      if (isShown && isHiddenFromTypists(given, method.minimumShown) && !leadsOn(given, mixed))
        leaving.push(...given.map(({ entry }) => entry))
    }
    yield
  }
  return leaving
}

/** A panel member's own answers (entries) in the rounds up to `asOfRound`: the latest on each item, unless it was taken back. */
export function ownAnswers(log: AnswerLog, panellist: number, asOfRound: number): number[] {
  const latest = new Map<string, number>()
  for (let entry = 0; entry < log.length; entry++)
    if (log.panellist[entry] === panellist && log.round[entry]! <= asOfRound)
      latest.set(`${log.technology[entry]} ${log.specialism[entry]}`, entry)
  return [...latest.values()].filter((entry) => log.stance[entry] !== stanceNumber.withdrawn)
}

type Given = Typed & { entry: number; panellist: number; typist: number }

function answersOf({ pairs, answers }: Tallies, pair: number): Given[] {
  const from = pairs.answerStart[pair]!
  return Array.from({ length: pairs.answers[pair]! }, (_, i) => ({
    entry: answers.entry[from + i]!,
    panellist: answers.panellist[from + i]!,
    typist: answers.typist[from + i]!,
  }))
}

/**
 * Panel members whose answers were not all given by the same hand. Whoever typed some of them in could find these again in the file, and
 * by their pseudonym the others too.
 */
function partlyTyped({ answers, answerStart, technologies, someTyped }: Tallies): ReadonlySet<number> {
  const mixed = new Set<number>()
  if (!someTyped) return mixed
  const hands = new Map<number, number>()
  for (let i = 0; i < answerStart[technologies]!; i++) {
    const panellist = answers.panellist[i]!
    const hand = hands.get(panellist) ?? answers.typist[i]!
    hands.set(panellist, hand)
    if (hand !== answers.typist[i]) mixed.add(panellist)
  }
  return mixed
}

const leadsOn = (given: readonly Given[], mixed: ReadonlySet<number>) =>
  given.some(({ panellist, typist }) => typist !== 0 && mixed.has(panellist))
