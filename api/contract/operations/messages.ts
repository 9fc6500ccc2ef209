import { spreadsheets } from '../media.ts'
import {
  ChangedMessages,
  MessageList,
  RenderedMessageList,
  RenderMessagesRequest,
  SomeMessagesRequest,
  WriteMessagesRequest,
  WriteMessagesResponse,
} from '../messages.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })

export const listMessages = operation({
  id: 'listMessages',
  method: 'get',
  path: paths.messages,
  summary: 'Messages to a scan’s panel: to whom, about what, and whether they are sent; not their texts',
  params: ofScan,
  answers: { 200: MessageList },
  problems: [404],
})

export const writeMessages = operation({
  id: 'writeMessages',
  method: 'post',
  path: paths.messages,
  summary: 'Write to panel members: an invitation, that a round is open, a reminder, or that the result is out',
  params: ofScan,
  body: WriteMessagesRequest,
  answers: { 201: WriteMessagesResponse },
  problems: [404, 409],
})

export const renderMessages = operation({
  id: 'renderMessages',
  method: 'post',
  path: paths.messagesRendered,
  summary: 'The texts of messages to copy; only where the registry does not send mail itself',
  params: ofScan,
  body: RenderMessagesRequest,
  answers: { 200: RenderedMessageList },
  problems: [404, 409],
})

export const mailMergeCsv = operation({
  id: 'mailMergeCsv',
  method: 'post',
  path: paths.mailMergeCsv,
  summary: 'The messages to copy as a mail-merge file (CSV)',
  exports: true,
  params: ofScan,
  body: RenderMessagesRequest,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404, 409],
})

export const mailMergeWorkbook = operation({
  id: 'mailMergeWorkbook',
  method: 'post',
  path: paths.mailMergeWorkbook,
  summary: 'The messages to copy as a mail-merge file (XLSX)',
  exports: true,
  params: ofScan,
  body: RenderMessagesRequest,
  answers: { 200: null },
  media: spreadsheets.xlsx,
  problems: [404, 409],
})

export const markMessagesSent = operation({
  id: 'markMessagesSent',
  method: 'post',
  path: paths.messagesSent,
  summary: 'Mark copied messages as sent',
  params: ofScan,
  body: SomeMessagesRequest,
  answers: { 200: ChangedMessages },
  problems: [404, 409],
})

export const discardMessages = operation({
  id: 'discardMessages',
  method: 'post',
  path: paths.messagesDiscarded,
  summary: 'Throw away messages that wait to be copied, or could not be sent',
  params: ofScan,
  body: SomeMessagesRequest,
  answers: { 200: ChangedMessages },
  problems: [404, 409],
})

export const sendMessagesAgain = operation({
  id: 'sendMessagesAgain',
  method: 'post',
  path: paths.messagesAgain,
  summary: 'Send messages again that failed, were sent, or waited to be copied',
  params: ofScan,
  body: SomeMessagesRequest,
  answers: { 200: ChangedMessages },
  problems: [404, 409],
})
