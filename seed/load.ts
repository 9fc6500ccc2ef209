import type { By } from '../api/audit/perform.ts'
import type { Role } from '../api/contract/session.ts'
import { beginDemonstration, clearForRestart, ensureAccount } from '../api/demonstration/commands.ts'
import { enterPolicyFrames } from '../api/policy/commands.ts'
import { enterTaxonomy } from '../api/specialisms/commands.ts'
import type { Registry } from '../db/open.ts'
import { readPolicyFrames, readTaxonomy } from './data.ts'
import { publishPastScans } from './editions.ts'
import { fillInbox } from './inbox.ts'
import { holdOutsideList } from './outside-list.ts'
import { demonstrationLead } from './panel.ts'
import { runDemonstrationScan } from './scan.ts'
import { readSources } from './sources.ts'

/** The accounts one can look around as, one a role. */
const people: { role: Role; name: string; email: string }[] = [
  { role: 'scanner', name: 'Alex Morgan', email: 'scanner@demonstration.invalid' },
  { role: 'lead', name: demonstrationLead.name, email: demonstrationLead.email },
  { role: 'board', name: 'Helen Reid', email: 'board@demonstration.invalid' },
  { role: 'admin', name: 'Chris Patel', email: 'admin@demonstration.invalid' },
]

const byItself = (now: Date): By => ({
  account: null,
  at: now.toISOString(),
  from: { via: 'program', address: null, client: null },
})

/** Enters the specialisms and categories: all that a registry starts with when it starts empty. */
export async function loadTaxonomy(registry: Registry, now: Date): Promise<void> {
  await enterTaxonomy(registry, readTaxonomy(), byItself(now))
  await loadPolicyFrames(registry, now)
}

/** Enters the frames of national policy, which a registry from before version 0.4 does not hold yet; does nothing where there are any. */
export async function loadPolicyFrames(registry: Registry, now: Date): Promise<void> {
  await enterPolicyFrames(registry, readPolicyFrames(), byItself(now))
}

/** Fills an empty registry with the demonstration, all of it or none: real technologies, made-up answers. */
export async function loadDemonstration(registry: Registry, now: Date): Promise<void> {
  await registry.together(async (one) => {
    await loadTaxonomy(one, now)
    await beginDemonstration(one, byItself(now))
    await fillDemonstration(one, now)
  })
}

/** Puts the demonstration back as it was, all of it or none. */
export async function restartDemonstration(registry: Registry, by: By): Promise<void> {
  await registry.together(async (one) => {
    if (await clearForRestart(one, by)) await fillDemonstration(one, new Date(by.at))
  })
}

async function fillDemonstration(registry: Registry, now: Date): Promise<void> {
  const system = byItself(now)
  const accounts = new Map<Role, string>()
  for (const { role, name, email } of people) {
    const request = { name, email, roles: [role], password: null, lookAround: true }
    accounts.set(role, await ensureAccount(registry, request, system))
  }
  const scanner = accounts.get('scanner')!
  await publishPastScans(registry, scanner, now)
  const scan = await runDemonstrationScan(registry, scanner, now)
  await readSources(registry, scanner, now)
  await holdOutsideList(registry, scanner, now)
  await fillInbox(registry, { scanner, lead: accounts.get('lead')!, scan }, now)
}
