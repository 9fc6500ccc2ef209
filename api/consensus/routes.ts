import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { ConsensusReader } from './reader.ts'

export function consensusRoutes(api: Api): void {
  const reader = new ConsensusReader(api.world.registry.read, api.world.follower)

  api.serve(operations.readPanelView, allow('ratings.record'), async ({ params, access }) =>
    ok(await reader.panelView(params, access.account!.id)),
  )

  api.serveReady(operations.readRoundReport, allow('discussion.read'), async ({ params }) =>
    ok(await reader.report(params.round)),
  )

  api.serve(operations.readDiscussion, allow('discussion.read'), async ({ params, query }) =>
    ok(await reader.discussion(params.round, query.technology)),
  )
}
