import type { Technology } from '../../../api/contract/technologies.ts'

/** What its place is told with, as it is now or as an edition holds it. */
export type Placed = Pick<Technology, 'slug' | 'kind' | 'milestone'>
