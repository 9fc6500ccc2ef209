import { defaultMethod, type Method } from '../api/scans/method.ts'
import type { Database } from './open.ts'

/** By whom a method was approved, at which meeting, on which day (2026-03-12). */
export interface Approval {
  by: string
  meeting: string
  on: string
}

/** One version of a scan's method; the newest is in force. */
export interface MethodVersion {
  version: number
  method: Method
  approval: Approval | null
  createdAt: string
}

export async function insertMethod(
  trx: Database,
  scan: string,
  version: number,
  method: Method,
  at: string,
  approval: Approval | null = null,
): Promise<void> {
  await trx
    .insertInto('scan_methods')
    .values({
      scan_id: scan,
      version,
      parameters: JSON.stringify(method),
      approved_by: approval?.by ?? '',
      approved_at_meeting: approval?.meeting ?? '',
      approved_on: approval?.on ?? null,
      created_at: at,
    })
    .execute()
}

/** The method in force. */
export async function methodOf(db: Database, scan: string): Promise<MethodVersion> {
  return toVersion(await newestFirst(db, scan).limit(1).executeTakeFirstOrThrow())
}

/** Every version, newest first. */
export async function methodVersions(db: Database, scan: string): Promise<MethodVersion[]> {
  return (await newestFirst(db, scan).execute()).map(toVersion)
}

function newestFirst(db: Database, scan: string) {
  return db.selectFrom('scan_methods').selectAll().where('scan_id', '=', scan).orderBy('version', 'desc')
}

function toVersion(row: Awaited<ReturnType<ReturnType<typeof newestFirst>['executeTakeFirstOrThrow']>>): MethodVersion {
  const { approved_by: by, approved_at_meeting: meeting, approved_on: on } = row
  return {
    version: row.version,
    // A method kept before a parameter existed goes by that parameter's default.
    method: { ...defaultMethod, ...JSON.parse(row.parameters) },
    approval: on === null ? null : { by, meeting, on },
    createdAt: row.created_at,
  }
}
