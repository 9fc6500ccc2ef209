import { findAccountByEmail } from '../../db/accounts.ts'
import type { Registry } from '../../db/open.ts'
import { signalsOfRecords } from '../../db/source-signals.ts'
import { clearDemonstration, markAsDemonstration } from '../../db/state.ts'
import { type AddAccountRequest, addAccount } from '../accounts/commands.ts'
import { type By, perform } from '../audit/perform.ts'
import type { TriageAct } from '../contract/signals.ts'
import { triageSignals } from '../signals/triage-commands.ts'

/** Marks a registry as a demonstration: its answers are made up, and every page and export that shows them says so. */
export async function beginDemonstration(registry: Registry, by: By): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    await markAsDemonstration(trx)
    record({ action: 'demonstration.begin', objectKind: 'registry', objectId: 'registry', details: {} })
  })
}

/** Takes out all that the demonstration holds; accounts, taxonomy and audit trail stay. False if this request did so before. */
export async function clearForRestart(registry: Registry, by: By): Promise<boolean> {
  let isCleared = false
  await perform(registry, by, async (trx, record) => {
    await clearDemonstration(trx)
    record({ action: 'demonstration.restart', objectKind: 'registry', objectId: 'registry', details: {} })
    isCleared = true
  })
  return isCleared
}

/** The id of the account with this address, added if it is not there yet. */
export async function ensureAccount(registry: Registry, request: AddAccountRequest, by: By): Promise<string> {
  const known = await findAccountByEmail(registry.read, request.email)
  return known?.id ?? (await addAccount(registry, request, by)).id
}

/** Decides on signals that a source brought, each named as its source names its record. */
export async function triageRecords(
  registry: Registry,
  decisions: readonly { record: string; act: TriageAct }[],
  by: By,
): Promise<void> {
  const records = decisions.map(({ record }) => record)
  const signals = await signalsOfRecords(registry.read, records)
  const items = decisions.map(({ record, act }) => ({ ...signals.get(record)!, act }))
  await triageSignals(registry, { items }, by)
}
