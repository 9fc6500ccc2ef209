import { type KeyboardEvent, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { GroupFrame } from '../../shared/forms/FieldFrame.tsx'
import { useField } from '../../shared/forms/use-field.ts'
import { useTechnology } from '../../shared/queries.ts'
import { useSettled } from '../../shared/use-settled.ts'
import { useTechnologiesNamed } from '../queries.ts'

const hint = 'A broader technology that this one belongs to. What belongs to a whole itself cannot be chosen.'

/** The whole that a technology is a part of, found by its name; `except` is the technology itself. */
export function WholeField({ except }: { except?: string }) {
  const { error } = useField({ name: 'partOf', hint })
  const { watch, setValue } = useFormContext()
  const chosen: string = watch('partOf')
  const choose = (slug: string) => setValue('partOf', slug, { shouldDirty: true })
  return (
    <GroupFrame name="partOf" label="Part of (optional)" hint={hint} error={error}>
      {chosen ? <Chosen slug={chosen} onRemove={() => choose('')} /> : <Find except={except} onChoose={choose} />}
    </GroupFrame>
  )
}

function Chosen({ slug, onRemove }: { slug: string; onRemove: () => void }) {
  const name = useTechnology(slug).data?.value.name ?? slug
  return (
    <p>
      <strong>{name}</strong>{' '}
      <button type="button" id="partOf" className="offing-link-button" onClick={onRemove}>
        Remove<span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
    </p>
  )
}

function Find({ except, onChoose }: { except: string | undefined; onChoose: (slug: string) => void }) {
  const [sought, setSought] = useState('')
  const words = useSettled(sought.trim())
  const query = useTechnologiesNamed(words)
  const found = (query.data?.items ?? []).filter(({ slug, partOf }) => slug !== except && partOf === null)
  const keepOnPage = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()
  return (
    <>
      <label className="nhsuk-label" htmlFor="partOf">
        Find it by its name
      </label>
      <input
        id="partOf"
        className="nhsuk-input nhsuk-input--width-20"
        type="search"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        // Enter would send the whole form.
        onKeyDown={keepOnPage}
      />
      <div role="status">
        {query.data && found.length === 0 && <p>Nothing found.</p>}
        {found.length > 0 && (
          <ul className="nhsuk-list nhsuk-u-margin-top-2">
            {found.map(({ slug, name }) => (
              <li key={slug}>
                <button type="button" className="offing-link-button" onClick={() => onChoose(slug)}>
                  Choose {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
