import type { Database } from '../../db/open.ts'
import { type Member, membersOf } from '../../db/panel-members.ts'
import { panelOf } from '../../db/panels.ts'
import { type RoundHead, roundsOf } from '../../db/rounds.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import type { Panel, PanelMember } from '../contract/panel.ts'
import type { ProgressOf, RoundProgress } from '../ratings/progress.ts'
import { itemsAsked } from '../rounds/items-asked.ts'
import { getScan } from '../scans/commands.ts'

/** How many people answer for any of these specialisms: somebody with two seats is one. */
export async function countPeopleFor(db: Database, scan: string, specialisms: readonly { id: string }[]) {
  const panel = await panelOf(db, scan)
  return panel.filter((seat) => specialisms.some(({ id }) => seat.specialisms.includes(id))).length
}

interface FollowedRound {
  round: RoundHead
  progress: RoundProgress
}

/** Everybody who is or was on the panel, by name, with how much each has answered: for the scan team. */
export async function readPanel(db: Database, progressOf: ProgressOf, reference: string): Promise<Panel> {
  const scan = await getScan(db, reference)
  const specialisms = new Map((await heldSpecialisms(db, scan.id)).map((one) => [one.id, one.slug]))
  const rounds: FollowedRound[] = []
  for (const round of await roundsOf(db, scan.id)) rounds.push({ round, progress: await progressOf(round.id) })
  const items = (await membersOf(db, scan.id)).map((member) => inWords(member, rounds, specialisms))
  items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  return { round: rounds.at(-1)?.round.number ?? null, items, total: items.length }
}

function inWords(
  member: Member,
  rounds: readonly FollowedRound[],
  specialisms: ReadonlyMap<string, string>,
): PanelMember {
  const counts = rounds.map((one) => countsOf(member, one))
  const { scan: _, deputy, deputyName, ...rest } = member
  return {
    ...rest,
    specialisms: member.specialisms.flatMap((id) => specialisms.get(id) ?? []),
    asked: counts.at(-1)?.asked ?? 0,
    answered: counts.at(-1)?.answered ?? 0,
    rounds: counts,
    deputy: deputy === null ? null : { account: deputy, name: deputyName ?? '' },
  }
}

/** Somebody who has left is asked for no more than they answered. */
function countsOf(member: Member, { round, progress }: FollowedRound) {
  const answered = progress.answered.get(member.id) ?? 0
  const asked = member.leftAt === null ? itemsAsked(member, progress) : answered
  return { round: round.number, asked, answered }
}
