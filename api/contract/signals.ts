import { ExitReason } from './exits.ts'
import { EvidenceRequest } from './technologies.ts'
import { instant, lengths, line, prose, reference, requiredLine, requiredProse, webAddress } from './text.ts'
import { z } from './z.ts'

/**
 * Something that somebody expected and does not see: it goes to the scan team. One that names a technology says that its stage of
 * development is out of date, and in `text` why.
 */
export const NominateRequest = z
  .strictObject({
    title: requiredLine(lengths.name),
    text: prose().default(''),
    webAddress: webAddress().nullable().default(null),
    scan: reference().nullable().default(null),
    specialism: reference().nullable().default(null),
    technology: reference().nullable().default(null),
  })
  .openapi('NominateRequest')

export const SignalOrigin = z.enum(['nomination', 'out-of-date', 'source', 'import']).openapi('SignalOrigin')
export const SignalState = z.enum(['unread', 'linked', 'dismissed']).openapi('SignalState')

const named = z.strictObject({ slug: z.string(), name: z.string() })
const person = z.strictObject({ id: z.string(), name: z.string() })

/**
 * A signal as it came, and what the scan team made of it. `dated` is a day, a month or a year. `identifiers` are registration numbers and
 * the like, as they are written: NCT01234567. `sentBy` is a name, for the scan team, who may want to ask back; somebody without an account
 * may have left an address. An out-of-date one names the `technology` that it is about; `technologies` are those that it was linked to.
 * `records` says how many versions of its raw record are kept.
 */
export const Signal = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    origin: SignalOrigin,
    source: person.nullable(),
    title: z.string(),
    text: z.string(),
    webAddress: z.string().nullable(),
    dated: z.string().nullable(),
    datePrecision: z.enum(['day', 'month', 'year']).nullable(),
    organisation: z.string(),
    status: z.string(),
    identifiers: z.array(z.string()),
    service: z.string(),
    interest: z.string(),
    scan: named.nullable(),
    specialism: named.nullable(),
    technology: named.nullable(),
    sentBy: z.string().nullable(),
    senderAddress: z.string().nullable(),
    receivedAt: z.string(),
    records: z.int(),
    state: SignalState,
    reason: ExitReason.nullable(),
    note: z.string(),
    triagedBy: z.string().nullable(),
    triagedAt: z.string().nullable(),
    owner: person.nullable(),
    technologies: z.array(named),
  })
  .openapi('Signal')

/** `counts` are by state, of all that the other filters let through. */
export const SignalList = z
  .strictObject({
    items: z.array(Signal),
    total: z.int(),
    nextCursor: z.string().nullable(),
    counts: z.strictObject({ unread: z.int(), linked: z.int(), dismissed: z.int() }),
  })
  .openapi('SignalList')

/** A record as its source sent it, as text; one that changed at its source has several, the first one first. */
export const SignalRecordList = z
  .strictObject({
    items: z.array(z.strictObject({ version: z.int(), retrievedAt: instant(), content: z.string() })),
    total: z.int(),
  })
  .openapi('SignalRecordList')

/** What the inbox can be filtered by, who of the team can take a signal over, and when a source was last read to its end. */
export const SignalChoices = z
  .strictObject({ sources: z.array(person), team: z.array(person), lastReadAt: z.string().nullable() })
  .openapi('SignalChoices')

/** What the sender is told: that it was received. */
export const SignalReceived = z
  .strictObject({ id: z.string(), title: z.string(), receivedAt: z.string() })
  .openapi('SignalReceived')

/**
 * What is done with a signal. `link` ties it to a technology, with evidence made from it or without. `return` undoes: it takes off its link to
 * one technology, or to all, archives the evidence that came with it unless that was changed since, and what is then linked to nothing is
 * unread again.
 */
export const TriageAct = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('link'),
      technology: reference(),
      evidence: EvidenceRequest.nullable().default(null),
    }),
    z.strictObject({ kind: z.literal('dismiss'), reason: ExitReason, note: prose(1000).default('') }),
    z.strictObject({ kind: z.literal('return'), technology: reference().nullable().default(null) }),
    z.strictObject({ kind: z.literal('assign'), owner: reference().nullable() }),
  ])
  .openapi('TriageAct')

/** The same for many, all or none: each with the version that was seen. */
export const TriageRequest = z
  .strictObject({
    items: z
      .array(z.strictObject({ signal: reference(), version: z.int().min(1), act: TriageAct }))
      .min(1, 'must name at least one signal')
      .max(200, 'must name at most 200 signals'),
  })
  .openapi('TriageRequest')

/** The signals as they are now, and the evidence that a `return` left because it was changed since. */
export const Triaged = z
  .strictObject({
    items: z.array(Signal),
    evidenceLeft: z.array(z.strictObject({ signal: z.string(), technology: named })),
  })
  .openapi('Triaged')

/** Technologies that a signal may be about, likeliest first, each with its reasons; and how likely it is to be of use, in hundredths. */
export const SignalSuggestions = z
  .strictObject({
    items: z.array(z.strictObject({ technology: named, reasons: z.array(z.string()) })),
    likelihood: z.strictObject({ percent: z.int().min(0).max(100), reasons: z.array(z.string()) }),
  })
  .openapi('SignalSuggestions')

/**
 * What anyone may nominate where the registry is open to it. Name and address are kept apart from the rest, so that they can be erased.
 * `leaveEmpty` is a field that people do not see, and that programs fill in.
 */
export const OpenNominationRequest = z
  .strictObject({
    title: requiredLine(lengths.name),
    what: requiredProse(),
    why: requiredProse(),
    specialism: reference().nullable().default(null),
    service: line().default(''),
    source: line().default(''),
    webAddress: webAddress().nullable().default(null),
    interest: line().default(''),
    name: line(120).default(''),
    address: line(254).default(''),
    leaveEmpty: z.literal('', 'must stay empty').default(''),
  })
  .openapi('OpenNominationRequest')

/** What the form for nominations offers to choose from. */
export const NominationForm = z.strictObject({ specialisms: z.array(named) }).openapi('NominationForm')

export type NominateRequest = z.infer<typeof NominateRequest>
export type OpenNominationRequest = z.infer<typeof OpenNominationRequest>
export type NominationForm = z.infer<typeof NominationForm>
export type Signal = z.infer<typeof Signal>
export type SignalState = z.infer<typeof SignalState>
export type SignalOrigin = z.infer<typeof SignalOrigin>
export type SignalList = z.infer<typeof SignalList>
export type SignalRecordList = z.infer<typeof SignalRecordList>
export type SignalChoices = z.infer<typeof SignalChoices>
export type SignalReceived = z.infer<typeof SignalReceived>
export type TriageAct = z.infer<typeof TriageAct>
export type TriageRequest = z.infer<typeof TriageRequest>
export type Triaged = z.infer<typeof Triaged>
export type SignalSuggestions = z.infer<typeof SignalSuggestions>
