import type { Database } from '../../db/open.ts'
import { type PanelSeat, seatOf } from '../../db/panels.ts'
import type { ScanHead } from '../../db/scans.ts'
import { seatState } from '../../db/seats.ts'
import type { Seat } from '../contract/seats.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'

/** What this account has read, agreed to and declared in a scan; 404 where it is not on the panel. */
export async function readSeat(db: Database, reference: string, account: string): Promise<Seat> {
  const { scan, seat } = await getOwnSeat(db, reference, account)
  return seatWithState(db, scan, seat.id)
}

export async function seatWithState(db: Database, scan: Pick<ScanHead, 'slug'>, panellist: string): Promise<Seat> {
  return { scan: scan.slug, ...(await seatState(db, panellist)) }
}

export async function getOwnSeat(
  db: Database,
  reference: string,
  account: string,
): Promise<{ scan: ScanHead; seat: PanelSeat }> {
  const scan = await getScan(db, reference)
  const seat = await seatOf(db, scan.id, account)
  if (!seat) throw new Refusal('not-found', `You are not on the panel of ${scan.name}.`)
  return { scan, seat }
}
