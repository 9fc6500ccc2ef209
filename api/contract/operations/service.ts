import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { Service } from '../service.ts'

export const readService = operation({
  id: 'readService',
  method: 'get',
  path: paths.service,
  summary: 'How the program itself fares: its version, its room on the disk, and its backups',
  answers: { 200: Service },
})
