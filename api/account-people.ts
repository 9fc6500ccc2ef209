import { findAccountByEmail } from '../db/accounts.ts'
import { openRegistry, type Registry } from '../db/open.ts'
import { keptForm } from './accounts/mail-address.ts'
import { eraseAccount, eraseSender, findSender } from './accounts/people/erase-commands.ts'
import { exportPersonalData } from './accounts/people/export-commands.ts'
import { removeSecondFactorOf } from './accounts/second-factor/remove-commands.ts'
import { commandLineAt } from './audit/perform.ts'
import { readSettings } from './settings.ts'

export const usageOfPeople = `Removes a person for ever; the name is theirs as it stands.

  npm run account -- erase --email ada@example.nhs.uk --name "Ada Scott"

Writes what is held of a person, without their answers, to standard output.

  npm run account -- export --email ada@example.nhs.uk > ada.json

Removes the second factor of somebody who has lost their phone and their recovery codes; all their sessions end.

  npm run account -- remove-second-factor --email ada@example.nhs.uk

What is held of somebody who nominated without an account, and their removal.

  npm run account -- nominator --email nora@example.org
  npm run account -- erase-nominator --email nora@example.org`

interface Given {
  email: string
  name: string | undefined
}

type Act = (registry: Registry, given: Given, at: string) => Promise<string>

const acts: Record<string, Act> = {
  erase: async (registry, { email, name }, at) => {
    if (!name) throw new Error(usageOfPeople)
    await eraseAccount(registry, await accountOf(registry, email), name, commandLineAt(at))
    return 'The person is removed. Backups made before hold them until they are thrown away.'
  },
  export: async (registry, { email }, at) =>
    asText(await exportPersonalData(registry, await accountOf(registry, email), 'admin', commandLineAt(at))),
  'remove-second-factor': async (registry, { email }, at) => {
    await removeSecondFactorOf(registry, await accountOf(registry, email), commandLineAt(at))
    return 'The second factor is removed. Another one is set up at the next sign-in, where one is needed.'
  },
  nominator: async (registry, { email }, at) => asText(await findSender(registry, email, commandLineAt(at))),
  'erase-nominator': async (registry, { email }, at) =>
    `Removed from ${await eraseSender(registry, email, commandLineAt(at))} nominations.`,
}

/** Does what one of these commands asks and says what came of it; undefined where it is none of them. */
export async function actOnPeople(command: string | undefined, given: Partial<Given>): Promise<string | undefined> {
  const act = command === undefined ? undefined : acts[command]
  if (!act) return undefined
  const { email, name } = given
  if (!email) throw new Error(usageOfPeople)
  const registry = await openRegistry(readSettings(process.env).dataFile)
  try {
    return await act(registry, { email, name }, new Date().toISOString())
  } finally {
    await registry.close()
  }
}

async function accountOf(registry: Registry, email: string): Promise<string> {
  const account = await findAccountByEmail(registry.read, keptForm(email))
  if (!account) throw new Error(`There is no account with the address ${email}.`)
  return account.id
}

const asText = (data: unknown) => JSON.stringify(data, null, 2)
