import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, done } from '../http/serve.ts'
import { Refusal } from '../refusal.ts'

export function demonstrationRoutes(api: Api): void {
  const { registry, follower, restartDemonstration } = api.world

  api.serve(operations.restartDemonstration, allow('demonstration.restart'), async ({ by }) => {
    const { demonstration } = await follower.present()
    if (!demonstration || !restartDemonstration)
      throw new Refusal('conflict', 'This registry is not a demonstration, so nothing of it can be started again.')
    await restartDemonstration(registry, by)
    return done
  })
}
