import { consentToBeNamed, declareInterests, readNotice } from '../api/seats/commands.ts'
import type { Registry } from '../db/open.ts'
import { chanceFor } from './chance.ts'
import { demonstrationLead } from './panel.ts'

interface Member {
  account: string
  email: string
  silent: boolean
}

const interest = 'I sit on an advisory group of a company that makes devices for my specialism.'

/**
 * Whoever will answer has read the notice, has said whether they may be named, and has declared their interests: a few have
 * some. The demonstration's lead has read the notice only, so that the page still asks.
 */
export async function takeSeats(registry: Registry, scan: string, panel: readonly Member[], at: Date): Promise<void> {
  for (const { account, email } of panel.filter((member) => !member.silent)) {
    const by = { account, at: at.toISOString() }
    const chance = chanceFor('seat', email)
    await readNotice(registry, scan, by)
    if (email === demonstrationLead.email) continue
    await consentToBeNamed(registry, scan, !chance.oneIn(6), { kind: 'any' }, by)
    const declaration = chance.oneIn(14)
      ? { kind: 'some' as const, statement: interest, technologies: [] }
      : { kind: 'none' as const, statement: '', technologies: [] }
    await declareInterests(registry, scan, declaration, { kind: 'any' }, by)
  }
}
