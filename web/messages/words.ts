import type { MessageKind, MessageList, MessageState, RecipientGroup } from '../../api/contract/messages.ts'
import { count, listed } from '../shared/words.ts'

export const kindNames: Record<MessageKind, string> = {
  invitation: 'Invitation',
  'round-opened': 'The round is open',
  reminder: 'Reminder',
  result: 'The result is out',
}

export const groupNames: Record<RecipientGroup, string> = {
  all: 'Everybody on the panel',
  'not-started': 'Those who have not started',
  'not-finished': 'Those who have not finished',
  'not-invited-yet': 'Those not invited yet',
}

export const stateNames: Record<MessageState, string> = {
  'to-copy': 'to be copied',
  queued: 'waiting to be sent',
  sending: 'being sent',
  sent: 'sent',
  failed: 'could not be sent',
}

/** "12 messages: 10 sent and 2 could not be sent." */
export function statesInWords(states: MessageList['states']): string {
  const parts = (Object.keys(stateNames) as MessageState[])
    .filter((state) => states[state] > 0)
    .map((state) => `${states[state]} ${stateNames[state]}`)
  const total = Object.values(states).reduce((sum, number) => sum + number, 0)
  return total === 0 ? 'No message has been written yet.' : `${count(total, 'message')}: ${listed(parts)}.`
}

/** The kinds that can be written as the scan stands. */
export function kindsFor({ round }: Pick<MessageList, 'round'>): MessageKind[] {
  const isOpen = round?.state === 'open'
  return [
    'invitation',
    ...(isOpen ? (['round-opened', 'reminder'] as const) : []),
    ...(round?.state === 'closed' && round.number > 0 ? (['result'] as const) : []),
  ]
}

/** What is usually to be said as the scan stands: that a round is open, once; then reminders; when it is closed, the result. */
export function usualKind(list: Pick<MessageList, 'round' | 'items'>, hasBegun: boolean): MessageKind {
  const kinds = kindsFor(list)
  if (list.round?.state !== 'open') return kinds.at(-1)!
  const told = list.items.some(({ kind, round }) => kind === 'round-opened' && round === list.round?.number)
  return told || hasBegun ? 'reminder' : 'round-opened'
}

/** To whom each kind can make sense. */
export function groupsFor(kind: MessageKind): RecipientGroup[] {
  if (kind === 'invitation') return ['not-invited-yet', 'all']
  return kind === 'result' ? ['all'] : ['all', 'not-started', 'not-finished']
}

/** Whom one usually means with each kind. */
export const usualGroups: Record<MessageKind, RecipientGroup> = {
  invitation: 'not-invited-yet',
  'round-opened': 'all',
  reminder: 'not-finished',
  result: 'all',
}
