import { escapeXml } from '../../radar/svg-text.ts'
import type { Table } from '../taken-ranking.ts'
import type { Movement, RadarSource } from './source.ts'

/** A row of the list that “Build your own radar” reads. */
export interface ThoughtworksBlip {
  name: string
  ring: string
  quadrant: string
  isNew: 'TRUE' | 'FALSE'
  status: 'New' | 'Moved In' | 'Moved Out' | 'No Change'
  description: string
}

/** Slices that the form holds; it draws no radar with another number. */
export const thoughtworksSlices = 4

const columns = ['name', 'ring', 'quadrant', 'isNew', 'status', 'description'] as const
const statuses = { new: 'New', nearer: 'Moved In', further: 'Moved Out', same: 'No Change' } as const
const statusOf = (movement: Movement) => (movement === null ? 'No Change' : statuses[movement])

/**
 * The form of thoughtworks/build-your-own-radar (README, “Setting up your data”): a flat list with these columns, at most four rings
 * and four quadrants, in the order in which they first come. So the rings come in order: by ring, then by place. Descriptions are
 * HTML there, so they are escaped. What it is and is not has no other room than the end of each description.
 */
export function thoughtworksBlips({ blips, rings, slices, notice }: RadarSource): ThoughtworksBlip[] {
  return blips
    .toSorted((a, b) => a.ring - b.ring)
    .map(({ name, ring, slice, movement, text }) => ({
      name,
      ring: rings[ring]!,
      quadrant: slices[slice]!.name,
      isNew: movement === 'new' ? 'TRUE' : 'FALSE',
      status: statusOf(movement),
      description: `${escapeXml(text)} <em>${escapeXml(notice)}</em>`,
    }))
}

/** The same as the rows of a CSV file. */
export function thoughtworksTable(source: RadarSource): Table {
  return [[...columns], ...thoughtworksBlips(source).map((blip) => columns.map((column) => blip[column]))]
}
