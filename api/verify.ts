import { parseArgs } from 'node:util'
import { openRegistry, type Registry } from '../db/open.ts'
import { backupWitnesses, witnessIn } from './audit/backup-reader.ts'
import { checkTrail } from './audit/check-reader.ts'
import { surenessFrom } from './editions/sureness-reader.ts'
import { verifyEdition } from './editions/verify-reader.ts'
import { CertaintyKeeper } from './ranking/certainty-keeper.ts'
import { RegistryFollower } from './ranking/follower.ts'
import { readSettings, type Settings } from './settings.ts'

const usage = `Checks a published edition: its digests, its result from its frozen answers, and these against the live ones.
Checks the audit trail: every entry, and its end against every edition and backup.

  npm run verify -- 2                            the edition's number, or its id
  npm run verify -- --audit                      the audit trail, held against the editions and the backups in our folder
  npm run verify -- --audit --backup FILE.json   also against a backup that lies elsewhere

Ends with 0 where all holds, with 1 where something does not, with 2 where it could not be checked.`

interface Verdict {
  checked: string[]
  notes: string[]
  failures: string[]
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const { positionals: editions, values } = argumentsGiven()
  if (editions.length === 0 && !values.audit) throw new Error(usage)
  const settings = readSettings(process.env)
  const registry = await openRegistry(settings.dataFile)
  try {
    let failed = 0
    if (values.audit) failed += await verifyTrail(registry, settings, values.backup ?? [])
    for (const reference of editions) failed += await verifyOne(registry, reference)
    return failed === 0 ? 0 : 1
  } finally {
    await registry.close()
  }
}

function argumentsGiven() {
  const options = { audit: { type: 'boolean' }, backup: { type: 'string', multiple: true } } as const
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch {
    throw new Error(usage)
  }
}

async function verifyTrail({ read }: Registry, { backups }: Settings, files: readonly string[]): Promise<number> {
  const elsewhere = files.flatMap(witnessIn)
  const { entries, head, addresses, witnesses, failures, notes } = await checkTrail(read, [
    ...backupWitnesses(backups.folder),
    ...elsewhere,
  ])
  console.log('Audit trail')
  const checked = [
    `${entries} entries, each against its digest, its number and the one before`,
    `${addresses} addresses that still stand beside it`,
    `what ${witnesses} editions and backups say of it`,
    head ? `its end: entry ${head.seq}, ${head.digest}` : 'its end: it has no entry',
  ]
  return tell({ checked, notes, failures })
}

async function verifyOne({ read }: Registry, reference: string): Promise<number> {
  const keeper = new CertaintyKeeper(new RegistryFollower(read))
  try {
    const verdict = await verifyEdition(read, reference, surenessFrom(keeper))
    console.log(`Edition ${verdict.number}, “${verdict.title}”`)
    return tell(verdict)
  } finally {
    await keeper.stop()
  }
}

/** Prints what came of it; how much does not hold. */
function tell({ checked, notes, failures }: Verdict): number {
  for (const one of checked) console.log(`  checked: ${one}`)
  for (const one of notes) console.log(`  note: ${one}`)
  for (const one of failures) console.log(`  DOES NOT HOLD: ${one}`)
  console.log(failures.length === 0 ? 'It holds.' : `It does not hold: ${failures.length} of what was checked.`)
  return failures.length
}
