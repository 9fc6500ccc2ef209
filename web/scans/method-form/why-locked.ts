import type { Scan } from '../../../api/contract/scans.ts'
import { dateLabel } from '../../shared/words.ts'

/** Why a reader cannot change the method of a scan; nothing where they can. */
export function whyLocked(scan: Pick<Scan, 'frozenAt'>, may: boolean): string | undefined {
  if (scan.frozenAt)
    return `The first round opened on ${dateLabel(scan.frozenAt)}, and the method has been fixed since. You can change the method of the next scan.`
  return may ? undefined : 'Changing the method is for the scan team.'
}
