import type { Request } from 'express'
import type { Asking } from '../accounts/sign-in/sign-in-commands.ts'
import type { By } from '../audit/perform.ts'
import { networkOf } from './limit.ts'
import type { World } from './world.ts'

/** Who asks to be let in: nobody yet, also where a session came with it; and from which network, to be slowed down by. */
export function askingOf({ settings }: Pick<World, 'settings'>, { by, req }: { by: By; req: Request }): Asking {
  return { by: { ...by, account: null }, network: networkOf(req, settings) }
}
