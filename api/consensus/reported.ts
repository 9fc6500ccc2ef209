import { versionsByTechnology } from '../ranking/answers-on.ts'
import type { HeldScan } from '../ranking/held-scan.ts'
import { closedRound } from './closed-round.ts'
import type { ReportedTechnology } from './round-report.ts'

/** What a closed round asked (pairs of ids), with the answers of it, up to it, and before it: one technology at a time. */
export function* reportedTechnologies(
  held: HeldScan,
  round: number,
  asked: readonly { technology: string; specialism: string }[],
): Generator<ReportedTechnology> {
  const versionsOn = versionsByTechnology(held.log, round)
  const now = closedRound(held, round)
  // What the panel had before it as of the last round that closed; in a first round there is nothing.
  const before = closedRound(held, round - 1)
  for (const [id, specialisms] of specialismsByTechnology(asked)) {
    const versions = versionsOn(held.log.technologies.find(id)!)
    const givenIn = (isMeant: (round: number) => boolean) => versions.filter((version) => isMeant(version.round))
    yield {
      id,
      asked: specialisms,
      given: now.counted(
        id,
        givenIn((one) => one === round),
      ),
      counted: now.counted(id, versions),
      before: before.counted(
        id,
        givenIn((one) => one < round),
      ),
      withheld: now.withheld(id),
      withheldBefore: before.withheld(id),
    }
  }
}

/** The specialisms that each technology is asked for, all by id, in the order in which they were asked. */
export function specialismsByTechnology(asked: readonly { technology: string; specialism: string }[]) {
  const specialisms = new Map<string, string[]>()
  for (const { technology, specialism } of asked) {
    const known = specialisms.get(technology)
    if (known) known.push(specialism)
    else specialisms.set(technology, [specialism])
  }
  return specialisms
}
