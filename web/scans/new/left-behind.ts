import type { NotTakenOver } from '../../../api/contract/scans.ts'
import { listed } from '../../shared/words.ts'

const reasons = {
  left: 'had left the panel',
  'not-a-lead': 'are no longer specialism leads',
  'no-specialism': 'answered only for specialisms that this scan does not have',
}

/** What a scan did not take over from the last, in sentences; the first holds always. */
export function leftBehind({ technologies, specialisms, people, bands }: NotTakenOver): string[] {
  const namesOf = <T extends { name: string; why: string }>(all: T[], why: T['why']) =>
    all.filter((one) => one.why === why).map(({ name }) => name)
  const archived = namesOf(technologies, 'archived')
  const unasked = namesOf(technologies, 'no-specialism')
  const unsourced = namesOf(technologies, 'no-dated-source')
  return [
    'The approval of the method, what panel members had read and declared, and whether they agreed to be named.',
    ...(bands ? ['The spans of years: they are drawn anew for another horizon.'] : []),
    ...(specialisms.length > 0 ? [`Specialisms that are no longer current: ${listed(specialisms)}.`] : []),
    ...(archived.length > 0 ? [`Archived technologies: ${listed(archived)}.`] : []),
    ...(unasked.length > 0 ? [`Technologies of specialisms that this scan does not have: ${listed(unasked)}.`] : []),
    ...(unsourced.length > 0 ? [`Technologies without a source that has a date: ${listed(unsourced)}.`] : []),
    ...Object.entries(reasons).flatMap(([why, reason]) => {
      const names = namesOf(people, why as NotTakenOver['people'][number]['why'])
      return names.length > 0 ? [`People who ${reason}: ${listed(names)}.`] : []
    }),
  ]
}
