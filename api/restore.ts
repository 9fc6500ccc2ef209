import { restoreBackup } from './backup/restore-commands.ts'
import { readSettings, type Settings } from './settings.ts'

const usage = `Puts a backup in the place of the registry, which is kept beside it. Stop Offing first.

  npm run restore -- FILE
  npm run restore -- FILE --without-manifest     of a database without the .json beside it, as Litestream restores one

Refuses a backup that is not whole, or newer than this program. All who were signed in sign in again, and every access token ends.`

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const words = process.argv.slice(2)
  const withoutManifest = words.includes('--without-manifest')
  const [from, ...more] = words.filter((word) => word !== '--without-manifest')
  if (!from || more.length > 0 || from.startsWith('-')) throw new Error(usage)
  const settings = readSettings(process.env)
  const at = new Date().toISOString()
  const isServing = () => answers(settings)
  const restored = await restoreBackup({ from, file: settings.dataFile, withoutManifest, at, isServing })
  const { takenAt, auditHead, keptAside, ended } = restored
  console.log(`Restored the registry${takenAt ? ` as it was at ${takenAt}` : ''}.`)
  if (auditHead) console.log(`Its audit trail ended with entry ${auditHead.seq}, ${auditHead.digest}`)
  if (keptAside) console.log(`What was there before is kept as ${keptAside}`)
  console.log(`Ended: ${ended.sessions} sign-ins, ${ended.links} links, ${ended.tokens} access tokens.`)
  if (ended.messages > 0)
    console.log(`Held back: ${ended.messages} messages that may have been sent since; see the scan’s page Messages.`)
}

/** Whether a program answers at the address where ours would listen. */
async function answers({ host, port }: Settings): Promise<boolean> {
  try {
    await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`, {
      signal: AbortSignal.timeout(3000),
    })
    return true
  } catch {
    return false
  }
}
