import { type MethodVersion as Kept, methodOf, methodVersions } from '../../../db/methods.ts'
import type { Database } from '../../../db/open.ts'
import type { MethodVersion } from '../../contract/method.ts'
import { bandsOf } from '../method.ts'
import { getVisibleScan } from '../reader.ts'
import type { ScanScope } from '../scope.ts'

/** The method in force. */
export async function readMethod(db: Database, reference: string, scope: ScanScope): Promise<MethodVersion> {
  const scan = await getVisibleScan(db, reference, scope)
  return toMethodVersion(await methodOf(db, scan.id), scan)
}

/** Every version, newest first. */
export async function listMethodVersions(db: Database, reference: string, scope: ScanScope): Promise<MethodVersion[]> {
  const scan = await getVisibleScan(db, reference, scope)
  return (await methodVersions(db, scan.id)).map((version) => toMethodVersion(version, scan))
}

export function toMethodVersion(kept: Kept, scan: { startYear: number; horizonYears: number }): MethodVersion {
  const { method } = kept
  const bands = bandsOf(method, { startYear: scan.startYear, years: scan.horizonYears })
  return { ...kept, method: { ...method, bandEnds: [...method.bandEnds] }, bands }
}
