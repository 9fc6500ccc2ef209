import { mostInvited } from './panel.ts'
import { reference } from './text.ts'
import { z } from './z.ts'

export const MessageKind = z.enum(['invitation', 'round-opened', 'reminder', 'result']).openapi('MessageKind')
export const MessageState = z.enum(['to-copy', 'queued', 'sending', 'sent', 'failed']).openapi('MessageState')

/** A message to a panel member, without its text. `failure` is a few words about why it could not be sent. */
export const Message = z
  .strictObject({
    id: z.string(),
    kind: MessageKind,
    round: z.int().nullable(),
    name: z.string(),
    state: MessageState,
    attempts: z.int(),
    failure: z.string(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .openapi('Message')

/**
 * The messages of a scan, newest first, at most 1,000 of `total`. `delivery` says whether the registry sends them or people
 * copy them; `recipients`, how many there are of each group to whom one can write now.
 */
export const MessageList = z
  .strictObject({
    delivery: z.enum(['smtp', 'to-copy']),
    states: z.record(MessageState, z.int()),
    recipients: z.strictObject({
      all: z.int(),
      'not-started': z.int(),
      'not-finished': z.int(),
      'not-invited-yet': z.int(),
    }),
    round: z.strictObject({ number: z.int(), state: z.enum(['prepared', 'open', 'closed']) }).nullable(),
    items: z.array(Message),
    total: z.int(),
  })
  .openapi('MessageList')

export const RecipientGroup = z
  .enum(['all', 'not-started', 'not-finished', 'not-invited-yet'])
  .openapi('RecipientGroup')

/** To a group, or to panel members by their ids. */
export const WriteMessagesRequest = z
  .strictObject({
    kind: MessageKind,
    to: z.union([RecipientGroup, z.array(reference()).min(1, 'choose at least one').max(mostInvited)]),
  })
  .openapi('WriteMessagesRequest')

/** `waiting` of the recipients had the same message waiting already. */
export const WriteMessagesResponse = z
  .strictObject({ created: z.int(), waiting: z.int(), delivery: z.enum(['smtp', 'to-copy']) })
  .openapi('WriteMessagesResponse')

const some = z.array(reference()).min(1).max(1000)

/** Some messages of a scan, by id; null is all that wait to be copied. */
export const RenderMessagesRequest = z
  .strictObject({ messages: some.nullable().default(null) })
  .openapi('RenderMessagesRequest')
export const SomeMessagesRequest = z.strictObject({ messages: some }).openapi('SomeMessagesRequest')
export const ChangedMessages = z.strictObject({ changed: z.int() }).openapi('ChangedMessages')

/** A message as it is to be copied: an invitation's holds a fresh link to a first password. */
export const RenderedMessage = z
  .strictObject({ id: z.string(), name: z.string(), email: z.string(), subject: z.string(), text: z.string() })
  .openapi('RenderedMessage')
export const RenderedMessageList = z.strictObject({ items: z.array(RenderedMessage) }).openapi('RenderedMessageList')

export type MessageKind = z.infer<typeof MessageKind>
export type MessageState = z.infer<typeof MessageState>
export type Message = z.infer<typeof Message>
export type MessageList = z.infer<typeof MessageList>
export type RecipientGroup = z.infer<typeof RecipientGroup>
export type WriteMessagesRequest = z.infer<typeof WriteMessagesRequest>
export type WriteMessagesResponse = z.infer<typeof WriteMessagesResponse>
export type RenderMessagesRequest = z.infer<typeof RenderMessagesRequest>
export type RenderedMessage = z.infer<typeof RenderedMessage>
export type RenderedMessageList = z.infer<typeof RenderedMessageList>
