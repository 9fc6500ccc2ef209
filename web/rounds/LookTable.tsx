import { useFormContext } from 'react-hook-form'
import type { WorthAnotherLook } from '../../api/contract/next-round.ts'
import { count, listed, ordinal } from '../shared/words.ts'
import { whyNames } from './AskedSection.tsx'

type Item = WorthAnotherLook['items'][number]

/** What is worth another look, each to be left in or out: all are chosen at first. */
export function LookTable({ look }: { look: WorthAnotherLook }) {
  const { register, watch } = useFormContext<{ technologies: string[] }>()
  const chosen = watch('technologies')
  if (look.items.length === 0)
    return look.ranked > 0 ? <p>Nothing was found. You can ask about technologies once it is prepared.</p> : null
  return (
    <fieldset className="nhsuk-fieldset offing-look">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">What it asks about again</legend>
      <p role="status">
        {chosen.length} of {count(look.total, 'technology', 'technologies')} chosen
      </p>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small offing-look__list">
        {look.items.map((item) => (
          <div className="nhsuk-checkboxes__item" key={item.technology.id}>
            <input
              className="nhsuk-checkboxes__input"
              id={`look-${item.technology.id}`}
              type="checkbox"
              value={item.technology.slug}
              aria-describedby={`look-${item.technology.id}-why`}
              {...register('technologies')}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`look-${item.technology.id}`}>
              {item.technology.name}
            </label>
            <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`look-${item.technology.id}-why`}>
              {whyOf(item)}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function whyOf({ place, group, why, saved }: Item): string {
  const stands = place === null ? 'not ranked' : `${ordinal(place)}${group === null ? '' : `, group ${group}`}`
  const reasons = listed(why.filter((one) => one !== 'saved').map((one) => whyNames[one]))
  const by = saved && `saved by ${saved.name ?? 'a lead'}: “${saved.reason}”`
  return [stands, reasons, by].filter(Boolean).join('; ')
}
