import type { By } from '../api/audit/perform.ts'
import { ensureAccount } from '../api/demonstration/commands.ts'
import { invitePanellist } from '../api/panel/commands.ts'
import { recordRating } from '../api/ratings/commands.ts'
import { defaultMethod, type Horizon } from '../api/scans/method.ts'
import { changeMethod } from '../api/scans/methods/commands.ts'
import type { Registry } from '../db/open.ts'
import { madeUpAnswer } from './answers.ts'
import { chanceFor } from './chance.ts'
import type { SeedTechnology } from './data.ts'
import { type DemonstrationPanellist, demonstrationLead, demonstrationPanel } from './panel.ts'

const dayMs = 24 * 3_600_000

export type Member = DemonstrationPanellist & { account: string }

/** This year the whole panel sits; a year before nine tenths of it did, and so on back. */
function wasThere({ email }: DemonstrationPanellist, year: number): boolean {
  const joined = chanceFor('joined', email).whole(1, 10)
  return year >= 2026 || joined > 2026 - year
}

/** What the lead missed in the first round for one of two specialisms, so that it is answered unseen in the second. */
export const missedByLead = {
  technology: 'wearable-and-home-sensors-for-diagnosis-and-monitoring',
  specialism: 'cardiac-science',
}

/** Made up like the panel: who would approve a scan's method, and where. */
export async function approveMethod(registry: Registry, scan: string, on: string, by: By): Promise<void> {
  const approval = { by: 'Strategic advisory board (made up)', meeting: 'Board meeting (made up)', on }
  const method = { ...defaultMethod, bandEnds: [...defaultMethod.bandEnds], approval }
  await changeMethod(registry, scan, method, { kind: 'any' }, by)
}

/** Invites the panel of a scan: in past years some of today's people were not on it yet. */
export async function invitePanel(
  registry: Registry,
  scan: string,
  slugs: readonly string[],
  by: By,
  year: number,
): Promise<Member[]> {
  const members: Member[] = []
  for (const panellist of demonstrationPanel(slugs).filter((one) => wasThere(one, year))) {
    const { name, email, specialisms } = panellist
    const account = await ensureAccount(registry, { name, email, roles: ['lead'], password: null }, by)
    await invitePanellist(registry, scan, { account, specialisms }, by)
    members.push({ ...panellist, account })
  }
  return members
}

/** Everybody who answers does so some days around `days` before `now`. */
export async function answerRound(
  registry: Registry,
  round: { id: string; number: number; days: number; horizon: Horizon },
  panel: readonly Member[],
  technologies: readonly SeedTechnology[],
  slugs: readonly string[],
  now: Date,
): Promise<void> {
  for (const member of panel.filter((one) => !one.silent)) {
    const at = new Date(
      now.getTime() - (round.days + chanceFor('day', member.email, round.number).whole(-4, 4)) * dayMs,
    )
    const by = { account: member.account, at: at.toISOString() }
    for (const technology of technologies) {
      for (const specialism of member.specialisms.filter((one) => inScan(technology, slugs).includes(one))) {
        if (isMissed(member, technology, specialism)) continue
        const answer = madeUpAnswer(technology, specialism, member, round.horizon, round.number)
        const pair = { round: round.id, technology: technology.slug, specialism }
        if (answer) await recordRating(registry, pair, answer, { kind: 'nothing' }, by, { illustrative: true })
      }
    }
  }
}

function isMissed(member: Member, technology: SeedTechnology, specialism: string): boolean {
  return (
    member.email === demonstrationLead.email &&
    technology.slug === missedByLead.technology &&
    specialism === missedByLead.specialism
  )
}

function inScan(technology: SeedTechnology, slugs: readonly string[]): string[] {
  return technology.specialisms.filter((slug) => slugs.includes(slug))
}
