import { ListName } from './ranking.ts'
import { z } from './z.ts'

/** A specialism of the lens; `invited` panel members answer for it. */
export const HeatMapColumn = z
  .strictObject({ slug: z.string(), name: z.string(), grouping: z.string(), invited: z.int() })
  .openapi('HeatMapColumn')

/**
 * What a specialism said of a technology, short because there are thousands: [column, mean impact, answers, can't judge,
 * invited]. The impact is 0 to 9 with one decimal, "no change" counted as 0. Null is never zero: the counts are null where
 * they may not be shown; the impact is null too where there is no answer, or where it may not be shown.
 */
export const HeatMapCell = z
  .tuple([z.int(), z.number().nullable(), z.int().nullable(), z.int().nullable(), z.int()])
  .openapi('HeatMapCell')

/** A technology with the specialisms that were asked: one that is not among its cells was not asked. */
export const HeatMapRow = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    category: z.string(),
    list: ListName,
    place: z.int().nullable(),
    affected: z.int().nullable(),
    cells: z.array(HeatMapCell),
  })
  .openapi('HeatMapRow')

/** Technology by specialism, ranked technologies first, in the order of the ranking. */
export const HeatMap = z
  .strictObject({
    scan: z.strictObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      startYear: z.int(),
      endYear: z.int(),
    }),
    round: z
      .strictObject({ number: z.int(), openedAt: z.string().nullable(), closedAt: z.string().nullable() })
      .nullable(),
    demonstration: z.boolean(),
    minimumShown: z.int(),
    lens: z.strictObject({ kind: z.enum(['all', 'grouping', 'specialism']), slug: z.string(), name: z.string() }),
    lenses: z.strictObject({
      groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
      specialisms: z.array(z.strictObject({ slug: z.string(), name: z.string(), grouping: z.string() })),
    }),
    categories: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    columns: z.array(HeatMapColumn),
    rows: z.array(HeatMapRow),
    total: z.int(),
  })
  .openapi('HeatMap')

export type HeatMapColumn = z.infer<typeof HeatMapColumn>
export type HeatMapCell = z.infer<typeof HeatMapCell>
export type HeatMapRow = z.infer<typeof HeatMapRow>
export type HeatMap = z.infer<typeof HeatMap>
