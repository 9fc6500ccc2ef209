import { defaultMethod, type Method } from '../../api/scans/method.ts'
import { insertMethod } from '../../db/methods.ts'
import type { Registry } from '../../db/open.ts'
import { scanId } from './registry.ts'

/** Gives the measuring registry's scan another version of its method: `db` does not ask whether that is still allowed. */
export async function useRaterScale(registry: Registry, raterScale: Method['raterScale']): Promise<void> {
  const method = { ...defaultMethod, raterScale }
  await registry.transaction((trx) => insertMethod(trx, scanId, 2, method, '2026-01-05T09:00:00.000Z'))
}
