import type { Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { PersonalData } from '../../contract/personal-data.ts'
import { personalData } from './data-reader.ts'

/** All that is held of a person, to leave as a file. That it left is in the trail, before it does; nothing of what it holds is. */
export async function exportPersonalData(
  registry: Registry,
  account: string,
  asker: 'own' | 'admin',
  by: By,
): Promise<PersonalData> {
  const data = await personalData(registry.read, account, asker, by.at)
  await perform(
    registry,
    { ...by, once: undefined },
    async (_, record) => record({ action: 'account.export', objectKind: 'account', objectId: account, details: {} }),
    { redraws: false },
  )
  return data
}
