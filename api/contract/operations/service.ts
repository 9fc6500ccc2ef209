import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { Service } from '../service.ts'
import { SettingList } from '../settings.ts'

export const readService = operation({
  id: 'readService',
  method: 'get',
  path: paths.service,
  summary: 'How the program itself fares: its version, its room on the disk, and its backups',
  answers: { 200: Service },
})

export const listSettings = operation({
  id: 'listSettings',
  method: 'get',
  path: paths.settings,
  summary: 'Every setting in effect, with its meaning; of a secret only whether it is set',
  answers: { 200: SettingList },
})
