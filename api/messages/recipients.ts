import type { MessageKind, RecipientGroup } from '../contract/messages.ts'

/** A panel member as far as writing to them goes. */
export interface Addressee {
  id: string
  account: string
  /** In the current round. */
  asked: number
  answered: number
  /** Whether an invitation to this scan was written to them that has not failed, or they take part already. */
  invited: boolean
}

const fits: Record<RecipientGroup, (one: Addressee) => boolean> = {
  all: () => true,
  'not-started': ({ asked, answered }) => asked > 0 && answered === 0,
  'not-finished': ({ asked, answered }) => answered < asked,
  'not-invited-yet': ({ invited }) => !invited,
}

/** Who of these is in a group; a message about a round goes to those only whom the round asks something. */
export function inGroup(people: readonly Addressee[], group: RecipientGroup, kind?: MessageKind): Addressee[] {
  const isAboutRound = kind === 'round-opened' || kind === 'reminder'
  return people.filter((one) => fits[group](one) && (!isAboutRound || one.asked > 0))
}

/** Why a message of this kind cannot be written in the present state of the scan, or null. */
export function problemOfKind(kind: MessageKind, round: { number: number; state: string } | undefined): string | null {
  if ((kind === 'round-opened' || kind === 'reminder') && round?.state !== 'open')
    return 'No round is open, so there is nothing to tell of or to remind people of.'
  if (kind === 'result' && round?.number === 0) return 'A pilot round has no result: its answers never count.'
  if (kind === 'result' && round?.state !== 'closed') return 'The result is out when the round is closed.'
  return null
}
