import { day, lengths, prose, reference } from './text.ts'
import { z } from './z.ts'

export const RoundState = z.enum(['prepared', 'open', 'closed']).openapi('RoundState')

/**
 * A round with its counts. `answered` of `asked` pairs × panel members; no figure of what was answered. Number 0 is the pilot,
 * whose answers never count. `shared`: each panel member is asked their share only. `imported`: its answers came as a file.
 */
export const Round = z
  .strictObject({
    id: z.string(),
    scan: z.string(),
    number: z.int(),
    state: RoundState,
    asksYears: z.boolean(),
    shared: z.boolean(),
    shortlistGroups: z.int().nullable(),
    closesOn: z.string().nullable(),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    imported: z.boolean(),
    technologies: z.int(),
    pairs: z.int(),
    asked: z.int(),
    answered: z.int(),
    invited: z.int(),
    started: z.int(),
    finished: z.int(),
    version: z.int(),
  })
  .openapi('Round')

/** How many of the first groups of the last ranking make the shortlist. */
const shortlistGroups = () => z.int().min(1).max(100).nullable()

/**
 * Prepares a round. It asks again about these technologies, which earlier rounds of the scan asked about; null asks what the
 * last round asked. Each is kept with why it is worth another look: the shortlist is the first groups of the last ranking, or,
 * where there are too few answers to tell groups, the first places.
 */
export const PrepareRoundRequest = z
  .strictObject({
    asksYears: z.boolean().default(false),
    closesOn: day().nullable().default(null),
    shortlistGroups: shortlistGroups().default(null),
    shortlistPlaces: z.int().min(1).max(2_000).nullable().default(null),
    technologies: z.array(reference()).max(2_000).nullable().default(null),
  })
  .openapi('PrepareRoundRequest')

/** How a round is, from now on. What the panel is asked can be changed only before it opens; the closing day until it closes. */
export const ChangeRoundRequest = z
  .strictObject({ asksYears: z.boolean(), closesOn: day().nullable(), shortlistGroups: shortlistGroups() })
  .openapi('ChangeRoundRequest')

/**
 * Asks about these technologies, or about all: those of the registry that may affect a specialism of the scan, or those that
 * the scan holds already. Without specialisms, each of all that it may affect.
 */
export const AskRequest = z
  .strictObject({
    technologies: z.array(reference()).min(1, 'choose at least one technology').max(2_000).nullable().default(null),
    all: z.enum(['in-registry', 'in-scan']).nullable().default(null),
    specialisms: z.array(reference()).min(1).max(100).nullable().default(null),
  })
  .refine(({ technologies, all }) => (technologies === null) !== (all === null), {
    path: ['technologies'],
    message: 'name the technologies, or say which all',
  })
  .openapi('AskRequest')

/** `added` counts what is new: pairs of technology and specialism. `leftOut` are names: what has no dated source cannot enter a scan. */
export const AskResponse = z
  .strictObject({
    round: Round,
    added: z.int(),
    technologies: z.int(),
    panellists: z.int(),
    withoutPanel: z.array(z.string()),
    leftOut: z.array(z.string()),
  })
  .openapi('AskResponse')

/** Why a round asks about a technology: found worth another look in the last ranking, or simply asked. */
export const AskedWhy = z.enum(['shortlist', 'disputed', 'saved', 'asked']).openapi('AskedWhy')

const namedTechnology = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() })
const named = z.strictObject({ slug: z.string(), name: z.string() })

/** What a round asks. `panellists`: how many different people are asked about it. */
export const AskedTechnologies = z
  .strictObject({
    items: z.array(
      z.strictObject({
        technology: namedTechnology,
        specialisms: z.array(named),
        why: z.array(AskedWhy),
        panellists: z.int(),
        /** Whether a discussion of it was noted after this round. */
        noted: z.boolean(),
        /** Its whole, where the round asks about that too. */
        partOf: named.nullable(),
      }),
    ),
    total: z.int(),
  })
  .openapi('AskedTechnologies')

export const LoadState = z.enum(['ok', 'long', 'too-long']).openapi('LoadState')

/** How many minutes each panel member will need in a round, most first: for the scan team. */
export const Workload = z
  .strictObject({
    minutesAnItem: z.int(),
    longMinutes: z.int(),
    mostMinutes: z.int(),
    long: z.int(),
    tooLong: z.int(),
    items: z.array(
      z.strictObject({
        panellist: z.string(),
        name: z.string(),
        specialisms: z.array(z.string()),
        items: z.int(),
        minutes: z.int(),
        state: LoadState,
      }),
    ),
    total: z.int(),
  })
  .openapi('Workload')

/** A pilot: these panel members answer about these technologies at once; nothing of it counts, and the scan stays as it is. */
export const PilotRequest = z
  .strictObject({
    technologies: z.array(reference()).min(1, 'choose at least one technology').max(20),
    panellists: z.array(reference()).min(1, 'choose at least one panel member').max(20),
    closesOn: day().nullable().default(null),
    asksYears: z.boolean().default(false),
  })
  .openapi('PilotRequest')

/**
 * What came of a pilot: counts alone. How many pressed "I can't judge this" is null where it would tell of fewer people than
 * the method lets be shown together.
 */
export const PilotResult = z
  .strictObject({
    asked: z.int(),
    answered: z.int(),
    cannotJudge: z.int().nullable(),
    items: z.array(
      z.strictObject({
        technology: namedTechnology,
        asked: z.int(),
        answered: z.int(),
        cannotJudge: z.int().nullable(),
      }),
    ),
  })
  .openapi('PilotResult')

/**
 * What was said about a technology between rounds: panel members read it with the item in the next round. An empty text takes
 * it back.
 */
export const DiscussionNoteRequest = z.strictObject({ text: prose(lengths.text) }).openapi('DiscussionNoteRequest')

export const DiscussionNote = z
  .strictObject({ text: z.string(), changedAt: z.string(), version: z.int() })
  .openapi('DiscussionNote')

export type RoundState = z.infer<typeof RoundState>
export type Round = z.infer<typeof Round>
export type PrepareRoundRequest = z.infer<typeof PrepareRoundRequest>
export type ChangeRoundRequest = z.infer<typeof ChangeRoundRequest>
export type AskRequest = z.infer<typeof AskRequest>
export type AskResponse = z.infer<typeof AskResponse>
export type AskedWhy = z.infer<typeof AskedWhy>
export type AskedTechnologies = z.infer<typeof AskedTechnologies>
export type Workload = z.infer<typeof Workload>
export type PilotRequest = z.infer<typeof PilotRequest>
export type PilotResult = z.infer<typeof PilotResult>
export type DiscussionNoteRequest = z.infer<typeof DiscussionNoteRequest>
export type DiscussionNote = z.infer<typeof DiscussionNote>
