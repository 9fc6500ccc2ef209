import { link, paths } from '../../../api/contract/paths.ts'
import type { ScanSummary } from '../../../api/contract/scans.ts'
import { useMay } from '../account.ts'
import { keys, useJson } from '../queries.ts'

/** The scans whose working draft the reader may see; none for a role that reads no scans. */
export function useScanChoices(): readonly ScanSummary[] {
  const enabled = useMay('scans.read')
  return useJson<{ items: ScanSummary[] }>([keys.scans], link(paths.scans, {}), { enabled }).data?.items ?? []
}
