import { useMemo } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Queue, QueueItem } from '../../api/contract/ratings.ts'
import type { AnswerFields } from './answer-fields.ts'
import { keyOf } from './queue.ts'
import { cannotSay, stanceTiles, whenTiles } from './tiles.ts'
import { useGo } from './use-go.ts'

/** What each key does on the page of one item. */
export function useAnswerShortcuts(queue: Queue, item: QueueItem, form: UseFormReturn<AnswerFields>) {
  const go = useGo(queue)
  return useMemo(() => {
    const { items, bands, round } = queue
    const at = items.findIndex((one) => keyOf(one) === keyOf(item))
    const step = (by: number) => {
      const to = items[at + by]
      if (to) go.to({ item: keyOf(to) })
    }
    const whens = round.asksYears ? [cannotSay] : whenTiles(bands)
    const choose = (name: keyof AnswerFields, value: string) => {
      form.setValue(name, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
      return true
    }
    const onLetter = (letter: string) => {
      if (/^[1-9]$/.test(letter)) return choose('stance', 'rated') && choose('impact', letter)
      const stance = stanceTiles.find((tile) => tile.letter === letter)
      if (stance) return choose('stance', stance.value)
      const when = whens.find((tile) => tile.letter === letter)
      return when !== undefined && form.getValues('stance') === 'rated' && choose('when', when.value)
    }
    const onSave = () => document.querySelector<HTMLFormElement>('#answer form')?.requestSubmit()
    return { onLetter, onSave, onPrevious: () => step(-1), onNext: () => step(1) }
  }, [queue, item, form, go])
}
