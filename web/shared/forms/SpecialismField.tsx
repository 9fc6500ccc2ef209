import { useId, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Specialism } from '../../../api/contract/technologies.ts'
import { count } from '../words.ts'
import { GroupFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

export type SpecialismChoice = Pick<Specialism, 'slug' | 'name' | 'grouping' | 'current' | 'aliases'>

interface Props extends FieldProps {
  specialisms: readonly SpecialismChoice[]
}

/** Any number of specialisms, by grouping, searched by name: those of the current list first, the others folded away. */
export function SpecialismField({ name, label, hint, rules, specialisms }: Props) {
  const { registration, error } = useField({ name, hint, rules })
  const chosen: string[] = useFormContext().watch(name) ?? []
  const [sought, setSought] = useState('')
  const current = specialisms.filter((one) => one.current)
  const others = specialisms.filter((one) => !one.current)
  const first = current[0] ?? others[0]
  const shows = (one: SpecialismChoice) => matches(one, sought)
  const section = (list: readonly SpecialismChoice[]) => (
    <Groupings
      list={list}
      shows={shows}
      box={(one) => ({ ...registration, id: one === first ? name : `${name}-${one.slug}` })}
    />
  )
  return (
    <GroupFrame name={name} label={label} hint={hint} error={error}>
      {specialisms.length > 8 && (
        <Search sought={sought} onChange={setSought} found={specialisms.filter(shows).length} />
      )}
      <div className="offing-specialisms">
        {section(current)}
        {others.length > 0 && current.length > 0 ? (
          <details
            className="offing-small-details"
            open={(sought !== '' && others.some(shows)) || others.some((one) => chosen.includes(one.slug)) || undefined}
          >
            <summary>{count(others.length, 'specialism')} outside the current training programmes</summary>
            {section(others)}
          </details>
        ) : (
          section(others)
        )}
      </div>
      <p className="offing-quiet">{chosen.length === 0 ? 'None chosen' : `${chosen.length} chosen`}</p>
    </GroupFrame>
  )
}

function Search({ sought, onChange, found }: { sought: string; onChange: (text: string) => void; found: number }) {
  const id = useId()
  return (
    <div className="nhsuk-form-group nhsuk-u-margin-bottom-2">
      <label className="nhsuk-label" htmlFor={id}>
        Find a specialism
      </label>
      <input
        id={id}
        className="nhsuk-input nhsuk-input--width-20"
        type="search"
        value={sought}
        onChange={(event) => onChange(event.target.value)}
        // Enter would send the whole form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <span className="offing-quiet" role="status">
        {sought && ` ${count(found, 'specialism')} found`}
      </span>
    </div>
  )
}

interface GroupingsProps {
  list: readonly SpecialismChoice[]
  shows: (one: SpecialismChoice) => boolean
  box: (one: SpecialismChoice) => React.ComponentProps<'input'> & { id: string }
}

/** Those that a search leaves out are hidden, not removed: what was ticked stays ticked. */
function Groupings({ list, shows, box }: GroupingsProps) {
  const groupings = new Map(list.map(({ grouping }) => [grouping.slug, grouping.name]))
  return [...groupings].map(([slug, name]) => {
    const members = list.filter((one) => one.grouping.slug === slug)
    return (
      <div className="offing-specialisms__grouping" key={slug} hidden={!members.some(shows)}>
        <p>{name}</p>
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small offing-specialisms__list">
          {members.map((one) => (
            <Box key={one.slug} one={one} hidden={!shows(one)} input={box(one)} />
          ))}
        </div>
      </div>
    )
  })
}

function Box({
  one,
  hidden,
  input,
}: {
  one: SpecialismChoice
  hidden: boolean
  input: ReturnType<GroupingsProps['box']>
}) {
  return (
    <div className="nhsuk-checkboxes__item" hidden={hidden}>
      <input className="nhsuk-checkboxes__input" type="checkbox" value={one.slug} {...input} />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={input.id}>
        {one.name}
      </label>
    </div>
  )
}

function matches(one: SpecialismChoice, sought: string): boolean {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  const text = [one.name, one.grouping.name, ...one.aliases].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
