import { parseArgs } from 'node:util'
import { openRegistry } from '../db/open.ts'
import { actOnPeople, usageOfPeople } from './account-people.ts'
import { addAccount } from './accounts/commands.ts'
import { forgetIdentities } from './accounts/single-sign-on/forget-commands.ts'
import { commandLineAt } from './audit/perform.ts'
import { Role } from './contract/session.ts'
import { readSettings } from './settings.ts'

const usage = `Adds an account. The password is read from standard input, so that it stands in no list of commands.

  npm run account -- add --name "Ada Scott" --email ada@example.nhs.uk --role admin [--role scanner …]

Roles: ${Role.options.join(', ')}.

Forgets what single sign-on calls people, so that each is found by their email address at their next sign-in; all, or one.

  npm run account -- forget-sign-on [--email ada@example.nhs.uk]

${usageOfPeople}`

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string', multiple: true },
    },
  })
  if (positionals[0] === 'forget-sign-on') return forget(values.email)
  const said = await actOnPeople(positionals[0], values)
  if (said !== undefined) return console.log(said)
  const roles = Role.array().safeParse(values.role ?? [])
  if (positionals[0] !== 'add' || !values.name || !values.email || !roles.success || roles.data.length === 0)
    throw new Error(usage)
  const password = await readPassword()
  const { dataFile, organisation } = readSettings(process.env)
  const registry = await openRegistry(dataFile)
  const request = { name: values.name, email: values.email, roles: roles.data, password, organisation }
  const account = await addAccount(registry, request, commandLineAt(new Date().toISOString()))
  await registry.close()
  console.log(`Added ${account.name} (${account.roles.join(', ')}).`)
}

async function forget(email: string | undefined): Promise<void> {
  const registry = await openRegistry(readSettings(process.env).dataFile)
  const accounts = await forgetIdentities(registry, email, commandLineAt(new Date().toISOString()))
  await registry.close()
  console.log(`Single sign-on will find ${accounts === 1 ? '1 account' : `${accounts} accounts`} anew, by address.`)
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password, then Enter (it is shown as you type): ')
  let text = ''
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/)[0]!
}
