import { openRegistry } from '../db/open.ts'
import { surenessFrom } from './editions/sureness-reader.ts'
import { verifyEdition } from './editions/verify-reader.ts'
import { CertaintyKeeper } from './ranking/certainty-keeper.ts'
import { RegistryFollower } from './ranking/follower.ts'
import { readSettings } from './settings.ts'

const usage = `Checks a published edition: its digests, its result from its frozen answers, and these against the live ones.

  npm run verify -- 2        the edition's number, or its id

Ends with 0 where all holds, with 1 where something does not, with 2 where it could not be checked.`

try {
  process.exitCode = await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const [reference] = process.argv.slice(2)
  if (!reference) throw new Error(usage)
  const registry = await openRegistry(readSettings(process.env).dataFile)
  const keeper = new CertaintyKeeper(new RegistryFollower(registry.read))
  try {
    const { number, title, checked, notes, failures } = await verifyEdition(
      registry.read,
      reference,
      surenessFrom(keeper),
    )
    console.log(`Edition ${number}, “${title}”`)
    for (const one of checked) console.log(`  checked: ${one}`)
    for (const one of notes) console.log(`  note: ${one}`)
    for (const one of failures) console.log(`  DOES NOT HOLD: ${one}`)
    console.log(failures.length === 0 ? 'It holds.' : `It does not hold: ${failures.length} of what was checked.`)
    return failures.length === 0 ? 0 : 1
  } finally {
    await keeper.stop()
    await registry.close()
  }
}
