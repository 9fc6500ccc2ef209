import { accountsWithRole } from '../../db/accounts.ts'
import { setEvidenceArchived } from '../../db/evidence.ts'
import type { Database } from '../../db/open.ts'
import { lockForWriting } from '../../db/state.ts'
import { findTechnology, touchTechnology } from '../../db/technologies.ts'
import { deleteLink, linksWithEvidence, setOwner, setVerdict } from '../../db/triage.ts'
import type { By } from '../audit/perform.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { Signal, TriageAct, Triaged } from '../contract/signals.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { writeEvidence } from '../technologies/commands.ts'
import { link, somebody } from './linking-commands.ts'

type Act<K extends TriageAct['kind']> = Extract<TriageAct, { kind: K }>
type Left = Triaged['evidenceLeft']

/** The transaction in which a signal is dealt with. `pointer` leads to the act in what was sent. */
export interface Desk {
  trx: Database
  record: (note: AuditNote) => void
  by: By
  pointer: string
}

/** Does with one signal what was asked. Returns the evidence that it left because that was changed since. */
export async function act(desk: Desk, signal: Signal, asked: TriageAct): Promise<Left> {
  switch (asked.kind) {
    case 'link':
      return linkTo(desk, signal, asked)
    case 'dismiss':
      return dismiss(desk, signal, asked)
    case 'return':
      return takeBack(desk, signal, asked)
    case 'assign':
      return assign(desk, signal, asked)
  }
}

async function linkTo({ trx, record, by, pointer }: Desk, signal: Signal, asked: Act<'link'>): Promise<Left> {
  const technology = await findTechnology(trx, asked.technology)
  if (!technology) throw invalid(`${pointer}/technology`, `There is no technology ${repeated(asked.technology)}.`)
  const { id, slug, name } = technology
  if (technology.archived) throw new Refusal('conflict', `“${name}” is archived. Bring it back before you link to it.`)
  if (signal.technologies.some((one) => one.slug === slug))
    throw new Refusal('conflict', `“${signal.title}” is linked to “${name}” already.`)
  const evidence = asked.evidence === null ? null : await writeEvidence(trx, id, asked.evidence, by)
  if (evidence !== null) {
    await touchShown(trx, id, by)
    const details = { technology: id, after: asked.evidence }
    record({ action: 'evidence.add', objectKind: 'evidence', objectId: evidence, details })
  }
  await link(trx, signal.id, { technology: id, evidence }, by, record)
  return []
}

async function dismiss({ trx, record, by, pointer }: Desk, signal: Signal, asked: Act<'dismiss'>): Promise<Left> {
  const { reason, note } = asked
  if (reason === 'other' && note === '') throw invalid(`${pointer}/note`, 'Say why, since the reason is “other”.')
  if (signal.state === 'linked')
    throw new Refusal('conflict', `“${signal.title}” is linked to a technology. Undo the link before you dismiss it.`)
  await setVerdict(trx, signal.id, { state: 'dismissed', reason, note, by: somebody(by), at: by.at })
  record({ action: 'signal.dismiss', objectKind: 'signal', objectId: signal.id, details: { reason, note } })
  return []
}

async function takeBack({ trx, record, by, pointer }: Desk, signal: Signal, asked: Act<'return'>): Promise<Left> {
  if (signal.state === 'unread') throw new Refusal('conflict', `“${signal.title}” is unread: there is nothing to undo.`)
  const all = await linksWithEvidence(trx, signal.id)
  const off = all.filter(({ technology, slug }) => [null, technology, slug].includes(asked.technology))
  if (asked.technology !== null && off.length === 0)
    throw invalid(`${pointer}/technology`, `It is not linked to a technology ${repeated(asked.technology)}.`)
  const left: Left = []
  for (const one of off) {
    await deleteLink(trx, one)
    if (one.evidence === null) continue
    if (one.evidence.untouched) await archive(trx, one.evidence, by, record)
    else left.push({ signal: signal.id, technology: { slug: one.slug, name: one.name } })
  }
  const state = off.length < all.length ? 'linked' : 'unread'
  await setVerdict(trx, signal.id, { state, by: somebody(by), at: by.at })
  const details = { from: signal.state, technologies: off.map(({ technology }) => technology) }
  record({ action: 'signal.return', objectKind: 'signal', objectId: signal.id, details })
  return left
}

async function archive(
  trx: Database,
  { id, technology }: { id: string; technology: string },
  by: By,
  record: Desk['record'],
): Promise<void> {
  await setEvidenceArchived(trx, id, true)
  await touchShown(trx, technology, by)
  record({ action: 'evidence.archive', objectKind: 'evidence', objectId: id, details: { technology } })
}

async function assign({ trx, record, pointer }: Desk, signal: Signal, { owner }: Act<'assign'>): Promise<Left> {
  const team = await accountsWithRole(trx, 'scanner')
  if (owner !== null && !team.some(({ id }) => id === owner))
    throw invalid(`${pointer}/owner`, `Nobody of the scan team is ${repeated(owner)}.`)
  await setOwner(trx, signal.id, owner)
  const details = { before: signal.owner?.id ?? null, after: owner }
  record({ action: 'signal.assign', objectKind: 'signal', objectId: signal.id, details })
  return []
}

/** Most of triage changes nothing that readers see; evidence does. */
async function touchShown(trx: Database, technology: string, by: By): Promise<void> {
  await touchTechnology(trx, technology, by.at)
  await lockForWriting(trx, true)
}
