import type { PanelMember } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { count, listed } from '../shared/words.ts'

/** Who would be asked about a technology for these specialisms: people, each counted once, and who is missing. */
export function whoIsAsked(scan: Scan, panel: readonly PanelMember[] | undefined, chosen: readonly string[]) {
  const specialisms = scan.specialisms.filter(({ slug }) => chosen.includes(slug))
  const people = panel?.filter((member) => member.specialisms.some((slug) => chosen.includes(slug))).length
  return {
    people: people ?? specialisms.reduce((sum, { panellists }) => sum + panellists, 0),
    specialisms: specialisms.length,
    nobodyFor: specialisms.filter(({ panellists }) => panellists === 0).map(({ name }) => name),
  }
}

/** "12 panel members will be asked now, for 3 specialisms. Nobody is on the panel for Genomics." */
export function whoIsAskedSentence({ people, specialisms, nobodyFor }: ReturnType<typeof whoIsAsked>, when: string) {
  if (specialisms === 0) return 'Choose at least one specialism to ask.'
  const asked = `${count(people, 'panel member')} will be asked ${when}, for ${count(specialisms, 'specialism')}.`
  return nobodyFor.length === 0 ? asked : `${asked} Nobody is on the panel for ${listed(nobodyFor)}.`
}
