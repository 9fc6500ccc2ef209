/** A pilot tries the questions out on few people and few items; its number is 0, and nothing in it ever counts. */
export const pilotNumber = 0

export function isPilot(round: { number: number }): boolean {
  return round.number === pilotNumber
}

/** The rounds whose answers count, once they are closed. */
export function countedRounds<T extends { number: number }>(rounds: readonly T[]): T[] {
  return rounds.filter((round) => !isPilot(round))
}

/** The round that the ranking is as of; rounds come by number. */
export function lastClosed<T extends { number: number; state: string }>(rounds: readonly T[]): T | undefined {
  return countedRounds(rounds).findLast((round) => round.state === 'closed')
}
