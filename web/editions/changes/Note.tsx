import type { ComparedTechnology } from '../../../api/contract/comparison.ts'
import { dateLabel } from '../../shared/words.ts'
import { chanceWords, movementIn, movementNames, nowInWords } from './words.ts'

/** What happened to a technology, and by what it is known. */
export function Note({ item }: { item: ComparedTechnology }) {
  const movement = movementIn(item)
  const { chance, outcome } = item
  if (outcome) return <Adopted outcome={outcome} nowIn={nowInWords(item.nowIn)} />
  if (movement === 'dropped') return nowInWords(item.nowIn)
  if ((movement === 'up' || movement === 'down') && chance !== null)
    return (
      <>
        <strong>{movementNames[movement]}</strong>: {chanceWords(movement === 'up' ? chance : 1 - chance)}
      </>
    )
  return movement && movementNames[movement]
}

function Adopted({ outcome, nowIn }: { outcome: NonNullable<ComparedTechnology['outcome']>; nowIn: string }) {
  const { happenedOn, text, sourceTitle, sourceUrl } = outcome
  return (
    <>
      {dateLabel(happenedOn)}: {text}{' '}
      <span className="offing-quiet offing-block">
        Source:{' '}
        {sourceUrl ? (
          <a href={sourceUrl} rel="noopener noreferrer">
            {sourceTitle}
          </a>
        ) : (
          sourceTitle
        )}
        . {nowIn}.
      </span>
    </>
  )
}
