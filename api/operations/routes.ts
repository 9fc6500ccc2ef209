import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { readService } from './service-reader.ts'

export function serviceRoutes(api: Api): void {
  const { backups, room, settings } = api.world

  api.serve(operations.listSettings, allow('settings.read'), async () =>
    ok({ items: settings.shown, mail: settings.mail !== undefined }),
  )

  api.serve(operations.readService, allow('settings.read'), async () => ok(readService(backups, room, settings)))
}
