import { type RankingInput, withheldFrom } from '../../api/ranking/rank.ts'

type Row = number[]

/**
 * The same for somebody (a number of the log) who typed answers in from paper: they know the specialisms of which they typed in
 * everything, and of other sets they must not be left with fewer people's answers than a panel member is beside their own.
 */
export function leaksTo(typist: number, input: RankingInput, technology: number): string[] {
  if (input.tallies.panellists[technology]! < input.method.minimumPanel) return []
  return Object.entries(supports).flatMap(([figure, has]) => {
    const numbers = pairsOf(input, technology)
      .filter((pair) => has(input, pair))
      .map((pair) => specialismOf(input, pair))
    const others = numbers.map((specialism) => peopleBeside(typist, input, technology, specialism))
    const known = numbers.map((_, i) => numbers.map((_, j) => (i === j && others[i]!.untyped.size === 0 ? 1 : 0)))
    const rows = [...publishedRows(input, technology, numbers), ...known]
    return subsets(numbers.length)
      .filter((set) => set.every((i) => others[i]!.untyped.size > 0) && set.some((i) => others[i]!.hasTyped))
      .filter((set) => new Set(set.flatMap((i) => [...others[i]!.untyped])).size < input.method.minimumShown - 1)
      .filter((set) => isDerivable(rows, set))
      .map((set) => `${figure} of ${set.map((i) => input.specialisms[numbers[i]!]!.id).join(' and ')}`)
  })
}

/** Whose answers for a specialism this typist did not type in, and whether they typed in any. */
function peopleBeside(typist: number, { tallies }: RankingInput, technology: number, specialism: number) {
  const { answers, answerStart } = tallies
  const untyped = new Set<number>()
  let hasTyped = false
  for (let i = answerStart[technology]!; i < answerStart[technology + 1]!; i++) {
    if (answers.specialism[i] !== specialism) continue
    if (answers.typist[i] === typist) hasTyped = true
    else untyped.add(answers.panellist[i]!)
  }
  return { untyped, hasTyped }
}

/**
 * Attacks what is published of a technology by brute force. Each kind of figure adds up over the specialisms that have
 * one; published are the sums for all, for each shown grouping and for each shown specialism. For every set of
 * specialisms that must stay hidden it asks whether some linear combination of the published sums is about that set alone.
 * Of a technology that too few have answered on, nothing is published.
 */
export function leaksOf(input: RankingInput, technology: number): string[] {
  if (input.tallies.panellists[technology]! < input.method.minimumPanel) return []
  return Object.entries(supports).flatMap(([figure, has]) => {
    const support = pairsOf(input, technology).filter((pair) => has(input, pair))
    const published = publishedRows(
      input,
      technology,
      support.map((pair) => specialismOf(input, pair)),
    )
    const numbers = support.map((pair) => specialismOf(input, pair))
    return subsets(numbers.length)
      .filter((set) =>
        mustStayHidden(
          input,
          technology,
          set.map((i) => numbers[i]!),
          set.length === numbers.length,
        ),
      )
      .filter((set) => isDerivable(published, set))
      .map((set) => `${figure} of ${set.map((i) => input.specialisms[numbers[i]!]!.id).join(' and ')}`)
  })
}

/** Which specialisms each kind of published figure is made of. */
const supports: Record<string, (input: RankingInput, pair: number) => boolean> = {
  // Nobody but those who were heard knows that a specialism has none, if all of these cannot judge.
  answers: ({ tallies }, p) => tallies.pairs.answers[p]! + tallies.pairs.cannotJudge[p]! > 0,
  impact: ({ tallies }, p) => tallies.pairs.answers[p]! > 0 && isAffected(tallies.pairs, p),
  imminence: ({ tallies }, p) => tallies.pairs.imminenceAnswers[p]! > 0 && isAffected(tallies.pairs, p),
  years: ({ tallies }, p) => tallies.pairs.imminenceAnswers[p]! > 0,
}

function isAffected(pairs: RankingInput['tallies']['pairs'], pair: number): boolean {
  return pairs.rated[pair]! * 2 >= pairs.answers[pair]!
}

function pairsOf({ tallies }: RankingInput, technology: number): number[] {
  const from = tallies.pairStart[technology]!
  return Array.from({ length: tallies.pairStart[technology + 1]! - from }, (_, i) => from + i)
}

function specialismOf(input: RankingInput, pair: number): number {
  return input.tallies.pairs.specialism[pair]!
}

function publishedRows(input: RankingInput, technology: number, specialisms: readonly number[]): Row[] {
  const withheld = withheldFrom(input, technology)
  const groupings = new Set(input.specialisms.map((specialism) => specialism.grouping))
  const row = (holds: (specialism: number) => boolean): Row => specialisms.map((s) => (holds(s) ? 1 : 0))
  return [
    ...(withheld.all ? [] : [row(() => true)]),
    ...[...groupings]
      .filter((grouping) => !withheld.groupings.has(grouping))
      .map((grouping) => row((s) => input.specialisms[s]!.grouping === grouping)),
    ...specialisms.filter((shown) => !withheld.specialisms.has(shown)).map((shown) => row((s) => s === shown)),
  ]
}

/** Too few people stand behind it, or it is one specialism that is itself withheld and not all there is. */
function mustStayHidden(
  input: RankingInput,
  technology: number,
  specialisms: readonly number[],
  isAll: boolean,
): boolean {
  const { tallies, method } = input
  const people = new Set<number>()
  for (let i = tallies.answerStart[technology]!; i < tallies.answerStart[technology + 1]!; i++)
    if (specialisms.includes(tallies.answers.specialism[i]!)) people.add(tallies.answers.panellist[i]!)
  const unable = pairsOf(input, technology)
    .filter((pair) => specialisms.includes(specialismOf(input, pair)) && tallies.pairs.answers[pair] === 0)
    .reduce((sum, pair) => sum + tallies.pairs.cannotJudge[pair]!, 0)
  const isOneWithheld = specialisms.length === 1 && withheldFrom(input, technology).specialisms.has(specialisms[0]!)
  return people.size + unable < method.minimumShown || (isOneWithheld && !isAll)
}

/** Sets of positions, without the empty set. */
export function subsets(length: number): number[][] {
  const positions = Array.from({ length }, (_, i) => i)
  return Array.from({ length: 2 ** length - 1 }, (_, n) => positions.filter((i) => ((n + 1) >> i) & 1))
}

/** Whether the rows span a combination that is zero everywhere outside the set but not within it. */
export function isDerivable(rows: readonly Row[], set: readonly number[]): boolean {
  const outside = rows.map((row) => row.filter((_, i) => !set.includes(i)))
  return rankOf(rows) > rankOf(outside)
}

/** Gaussian elimination. Sums of zeros and ones of this size stay far from rounding. */
function rankOf(rows: readonly Row[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, i) => i >= rank && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[left[rank], left[pivot]] = [left[pivot]!, left[rank]!]
    for (let i = rank + 1; i < left.length; i++) {
      const factor = left[i]![column]! / left[rank]![column]!
      left[i] = left[i]!.map((value, c) => value - factor * left[rank]![c]!)
    }
    rank++
  }
  return rank
}
