import { Queue, QueueItem, RateTechnologyRequest } from './ratings.ts'
import { z } from './z.ts'

/** An answer from paper. Whoever gave it must have been given the notice on paper too. */
export const TypeInRequest = z
  .strictObject({
    ...RateTechnologyRequest.shape,
    noticeGiven: z.literal(true, 'must be true: they must have been given the notice before they answered'),
  })
  .openapi('TypeInRequest')

/** What a round asks of one panel member. `answer` tells who gave the answer that there is: nothing of what it says. */
export const PaperItems = z
  .strictObject({
    panellist: z.strictObject({ id: z.string(), name: z.string() }),
    scan: Queue.shape.scan,
    round: z.strictObject({ id: z.string(), number: z.int(), asksYears: z.boolean() }),
    bands: Queue.shape.bands,
    items: z.array(
      z.strictObject({
        technology: QueueItem.shape.technology,
        specialism: QueueItem.shape.specialism,
        answer: z.enum(['none', 'typed-by-you', 'given']),
      }),
    ),
  })
  .openapi('PaperItems')

export type TypeInRequest = z.infer<typeof TypeInRequest>
export type PaperItems = z.infer<typeof PaperItems>
export type PaperItem = PaperItems['items'][number]
