import { existsSync } from 'node:fs'
import { openRegistry } from '../db/open.ts'
import { readArchive } from './archive/read-commands.ts'
import { recordArchive } from './archive/record-commands.ts'
import { writeArchive } from './archive/write-commands.ts'
import { productVersion } from './product.ts'
import { readSettings } from './settings.ts'

const usage = `Writes the whole registry into one text file, or reads such a file into an empty registry.

  npm run archive -- write FILE
  npm run archive -- read FILE

Accounts are not in it: no names, no passwords, no roles. docs/archive.md says what is.`

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const [act, file, ...more] = process.argv.slice(2)
  if (!file || more.length > 0 || (act !== 'write' && act !== 'read')) throw new Error(usage)
  if (act === 'read' && !existsSync(file)) throw new Error(`There is no file “${file}”.`)
  const registry = await openRegistry(readSettings(process.env).dataFile)
  try {
    if (act === 'write') {
      await recordArchive(registry, new Date())
      const { rows, bytes, sha256 } = await writeArchive(registry, file, productVersion())
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
      console.log(
        `Wrote ${total.toLocaleString('en-GB')} rows (${bytes.toLocaleString('en-GB')} bytes). SHA-256 ${sha256}`,
      )
    } else {
      const { rows, sha256 } = await readArchive(registry, file)
      console.log(`Read ${rows.toLocaleString('en-GB')} rows. SHA-256 ${sha256}`)
      console.log('Nobody can sign in yet. Add accounts: npm run account -- add --name "…" --email … --role admin')
    }
  } finally {
    await registry.close()
  }
}
