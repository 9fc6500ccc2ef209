import { useForm } from 'react-hook-form'
import type { Import } from '../../api/contract/imports.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Category } from '../../api/contract/technologies.ts'
import { toolNames } from '../../api/imports/radar/radar.ts'
import { Form, Select, SpecialismField, SubmitButton, TextField } from '../shared/forms/index.ts'
import type { SpecialismChoice } from '../shared/forms/SpecialismField.tsx'
import { useCategories, useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { useImportChanged } from './queries.ts'
import { type MappingFields, mappingPointers, mappingRequest, startOfMapping } from './radar-fields.ts'

interface Props {
  it: Import
  may: boolean
}

/** Says what the quadrants and rings of another tool's radar are here; then its entries are checked. */
export function RadarMapping({ it, may }: Props) {
  const categories = useCategories()
  const specialisms = useSpecialisms()
  if (!may) return null
  return (
    <section aria-labelledby="mapping">
      <h2 className="nhsuk-heading-m" id="mapping">
        What its parts are here
      </h2>
      <p className="nhsuk-u-reading-width">
        {toolNames[it.radar!.tool]} has {count(it.radar!.quadrants.length, 'quadrant')} and{' '}
        {count(it.radar!.rings.length, 'ring')}. Its entries show no dates, so each technology is entered with this
        radar as its source, “date not shown”, retrieved today.
      </p>
      <Loaded query={categories} what="the categories">
        {(held) => (
          <Loaded query={specialisms} what="the specialisms">
            {(all) => <Mapping it={it} categories={held.items} specialisms={all.items} />}
          </Loaded>
        )}
      </Loaded>
    </section>
  )
}

const stages = Array.from({ length: 9 }, (_, i) => ({ value: String(i + 1), label: `${i + 1} of 9` }))

function Mapping({
  it,
  categories,
  specialisms,
}: {
  it: Import
  categories: Category[]
  specialisms: SpecialismChoice[]
}) {
  const radar = it.radar!
  const form = useForm<MappingFields>({ defaultValues: startOfMapping(radar), shouldFocusError: false })
  const changed = useImportChanged()
  const choices = categories.filter(({ retired }) => !retired).map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <Form<MappingFields, Import>
      form={form}
      request={(fields) => ({
        method: 'PUT',
        url: link(paths.importRadar, { import: it.id }),
        body: mappingRequest(radar, fields),
        tag: `"${it.version}"`,
      })}
      onSaved={() => void changed()}
      onConflict={() => void changed()}
      pointers={mappingPointers}
    >
      <h3 className="nhsuk-heading-s">Quadrants</h3>
      {radar.quadrants.map(({ name, entries }, i) => (
        <div key={name} className="offing-imports__part">
          <Select
            name={`quadrants.${i}.category`}
            label={`${name || 'Without a name'} (${count(entries, 'entry', 'entries')})`}
            empty="Choose a category"
            choices={choices}
            rules={{ required: `Choose a category for ${name || 'the quadrant without a name'}` }}
          />
          <details className="offing-small-details">
            <summary>Other specialisms for this quadrant</summary>
            <SpecialismField
              name={`quadrants.${i}.specialisms`}
              label={`Specialisms that entries of ${name} may affect`}
              hint="Instead of those for all."
              specialisms={specialisms}
            />
          </details>
        </div>
      ))}
      <h3 className="nhsuk-heading-s">Rings</h3>
      <p className="offing-quiet">
        A ring is advice, a stage of development is a fact. Leave “Not set” where the one does not say the other.
      </p>
      {radar.rings.map(({ name, entries }, i) => (
        <Select
          key={name}
          name={`rings.${i}.readiness`}
          label={`${name || 'Without a name'} (${count(entries, 'entry', 'entries')})`}
          empty="Not set"
          choices={stages}
        />
      ))}
      <SpecialismField
        name="specialisms"
        label="Specialisms that its entries may affect"
        hint="For all entries; change them one by one once they are entered."
        specialisms={specialisms}
      />
      <h3 className="nhsuk-heading-s">The radar as a source</h3>
      <TextField name="title" label="Its title" rules={{ required: 'Enter the title of the radar' }} />
      <TextField name="publisher" label="Who publishes it (optional)" />
      <TextField name="webAddress" label="Its web address (optional)" hint="Begins with https://" />
      <SubmitButton>{radar.mapping ? 'Check its entries again' : 'Check its entries'}</SubmitButton>
    </Form>
  )
}
