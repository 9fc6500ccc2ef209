import type { QueueItem } from '../../api/contract/ratings.ts'
import { type Standing, standingOf } from './queue.ts'

const tags: Record<Standing, { name: string; colour: string }> = {
  answered: { name: 'Answered', colour: 'green' },
  'carried-over': { name: 'Carried over', colour: 'blue' },
  withdrawn: { name: 'Withdrawn', colour: 'grey' },
  'not-yet': { name: 'Not yet', colour: 'yellow' },
}

/** Where an item stands; that it is not answered yet is said in lists only. */
export function StandingTag({ item, notYet = false }: { item: QueueItem; notYet?: boolean }) {
  const standing = standingOf(item)
  const { name, colour } = tags[standing]
  if (standing === 'not-yet' && !notYet) return null
  const isTyped = standing === 'answered' && item.answer?.typed
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{isTyped ? 'Typed in from your paper' : name}</strong>
}
