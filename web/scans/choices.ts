import type { Scan } from '../../api/contract/scans.ts'
import type { SpecialismChoice } from '../shared/forms/SpecialismField.tsx'

/** The specialisms of a scan, to be ticked. */
export function specialismsOf(scan: Scan): SpecialismChoice[] {
  const groupings = new Map(scan.groupings.map(({ slug, name }) => [slug, name]))
  return scan.specialisms.map(({ slug, name, grouping }) => ({
    slug,
    name,
    grouping: { slug: grouping, name: groupings.get(grouping) ?? grouping },
    current: true,
    aliases: [],
  }))
}
