import { takeBackup } from './backup/backup-commands.ts'
import { productVersion } from './product.ts'
import { readSettings } from './settings.ts'

const usage = `Takes a backup of the registry while it is in use, and looks through it.

  npm run backup                 into OFFING_BACKUP_FOLDER, or the folder “backups” beside the registry
  npm run backup -- --to FOLDER

Ends with 0 where the backup stands there whole, with 1 where there is none. docs/operations.md says how to restore it.`

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { dataFile, backups } = readSettings(process.env)
  const folder = folderIn(process.argv.slice(2)) ?? backups.folder
  const at = new Date().toISOString()
  const { name, bytes, sha256, auditHead } = await takeBackup({ file: dataFile, folder, at, product: productVersion() })
  console.log(`Wrote ${folder}/${name}.db (${bytes.toLocaleString('en-GB')} bytes) and looked through it.`)
  console.log(`SHA-256 ${sha256}`)
  if (auditHead) console.log(`Its audit trail ends with entry ${auditHead.seq}, ${auditHead.digest}`)
}

function folderIn(words: string[]): string | undefined {
  if (words.length === 0) return undefined
  const [option, folder, ...more] = words
  if (option !== '--to' || !folder || more.length > 0) throw new Error(usage)
  return folder
}
