import * as operations from '../contract/operations.ts'
import type { Seat } from '../contract/seats.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { consentToBeNamed, declareInterests, readNotice } from './commands.ts'
import { readSeat } from './reader.ts'

export function seatRoutes(api: Api): void {
  const { registry } = api.world

  api.serve(operations.readMySeat, allow('seat.write'), async ({ params, access }) =>
    answer(await readSeat(registry.read, params.scan, access.account!.id)),
  )

  api.serve(operations.readNotice, allow('seat.write'), async ({ params, by }) =>
    answer(await readNotice(registry, params.scan, by)),
  )

  api.serve(operations.consentToBeNamed, allow('seat.write'), async ({ params, body, seen, by }) =>
    answer(await consentToBeNamed(registry, params.scan, body.consentToBeNamed, seen, by)),
  )

  api.serve(operations.declareInterests, allow('seat.write'), async ({ params, body, seen, by }) =>
    answer(await declareInterests(registry, params.scan, body, seen, by)),
  )
}

const answer = (seat: Seat) => ok(seat, seat.version)
