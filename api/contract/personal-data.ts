import { Role } from './session.ts'
import { z } from './z.ts'

const named = z.strictObject({ slug: z.string(), name: z.string() })
const written = z.strictObject({ on: named, text: z.string(), at: z.string() })

/**
 * All that the registry holds of one person, in words. `answers` is null where somebody else asks: nobody but a panel member sees a
 * name beside a score.
 */
export const PersonalData = z
  .strictObject({
    about: z.string(),
    account: z.strictObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      createdAt: z.string(),
      switchedOff: z.boolean(),
      roles: z.array(Role),
      specialisms: z.array(z.string()),
      hasPassword: z.boolean(),
      secondFactorSince: z.string().nullable(),
      singleSignOn: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
    }),
    sessions: z.array(
      z.strictObject({
        way: z.string(),
        address: z.string(),
        client: z.string(),
        createdAt: z.string(),
        lastUsedAt: z.string(),
        expiresAt: z.string(),
      }),
    ),
    links: z.array(z.strictObject({ purpose: z.string(), createdAt: z.string(), expiresAt: z.string() })),
    seats: z.array(
      z.strictObject({
        scan: named,
        specialisms: z.array(z.string()),
        joinedAt: z.string(),
        leftAt: z.string().nullable(),
        noticeReadAt: z.string().nullable(),
        consentToBeNamed: z.boolean().nullable(),
        pseudonym: z.string().nullable(),
        deputyOf: z.boolean(),
        declarations: z.array(z.strictObject({ kind: z.string(), statement: z.string(), declaredAt: z.string() })),
      }),
    ),
    answers: z
      .array(
        z.strictObject({
          scan: z.string(),
          round: z.int(),
          technology: z.string(),
          specialism: z.string(),
          version: z.int(),
          stance: z.string(),
          impact: z.int().nullable(),
          arrival: z.string().nullable(),
          reason: z.string().nullable(),
          onPaper: z.boolean(),
          recordedAt: z.string(),
        }),
      )
      .nullable(),
    reviews: z.array(
      z.strictObject({
        technology: z.string(),
        specialism: z.string(),
        version: z.int(),
        state: z.string(),
        content: z.record(z.string(), z.unknown()),
        writtenAt: z.string(),
      }),
    ),
    notes: z.array(written),
    nominations: z.array(z.strictObject({ title: z.string(), text: z.string(), receivedAt: z.string() })),
    messages: z.array(
      z.strictObject({
        kind: z.string(),
        scan: z.string(),
        state: z.string(),
        createdAt: z.string(),
        sentAt: z.string().nullable(),
      }),
    ),
    audit: z.array(
      z.strictObject({
        at: z.string(),
        action: z.string(),
        objectKind: z.string(),
        objectId: z.string(),
        via: z.string().nullable(),
        address: z.string().nullable(),
      }),
    ),
  })
  .openapi('PersonalData')

export type PersonalData = z.infer<typeof PersonalData>
