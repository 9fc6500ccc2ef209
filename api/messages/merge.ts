import type { RenderedMessage } from '../contract/messages.ts'

/** A mail-merge file: a heading and a row a message. */
export function mergeTable(messages: readonly RenderedMessage[]): string[][] {
  return [
    ['Name', 'Email address', 'Subject', 'Message'],
    ...messages.map(({ name, email, subject, text }) => [name, email, subject, text]),
  ]
}
