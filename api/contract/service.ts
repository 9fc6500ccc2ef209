import { z } from './z.ts'

/** How the program itself fares, for administrators. Sizes are in bytes. */
export const Service = z
  .object({
    version: z.string(),
    database: z.object({
      bytes: z.number().int().min(0),
      /** Of the log beside it, which holds what was written last. */
      logBytes: z.number().int().min(0),
      /** The room left on its disk; null where that cannot be told. */
      freeBytes: z.number().int().min(0).nullable(),
      /** Whether the last write found no room. */
      isFull: z.boolean(),
    }),
    backups: z.object({
      /** Words of cron, in the time of London; null where the program takes none. */
      schedule: z.string().nullable(),
      nextAt: z.string().nullable(),
      /** As 7d5w12m: the newest of each of 7 days, 5 weeks and 12 months are kept. */
      keep: z.string(),
      kept: z.number().int().min(0),
      last: z
        .object({ takenAt: z.string(), bytes: z.number().int().min(0), sha256: z.string(), version: z.string() })
        .nullable(),
      /** Why the last one was not taken; null once one was. */
      failure: z.object({ at: z.string(), reason: z.string() }).nullable(),
    }),
  })
  .openapi('Service')
export type Service = z.infer<typeof Service>
