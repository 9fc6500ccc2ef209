import type { Taxon, TaxonKind } from '../../api/contract/taxonomy.ts'
import { Radios, Select, TextArea, TextField } from '../shared/forms/index.ts'
import { kinds } from '../technologies/kinds.ts'
import { OverlapsField } from './OverlapsField.tsx'
import { kindNames } from './words.ts'

interface Props {
  kind: TaxonKind
  taxa: readonly Taxon[]
  /** What is being changed; nothing for a new one. */
  self?: Taxon
}

/** The fields of a grouping, a specialism or a category. */
export function TaxonFieldset({ kind, taxa, self }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        maxLength={120}
        rules={{ required: `Enter the name of the ${kindNames[kind].one}` }}
      />
      {kind === 'specialism' && <SpecialismFields taxa={taxa} self={self} />}
      {kind !== 'grouping' && (
        <TextArea
          name="description"
          label="What it is (optional)"
          hint="A sentence or two for somebody outside the field."
          rows={3}
        />
      )}
      {kind === 'category' && (
        <Select
          name="technologyKind"
          label="Usual kind of technology"
          hint="A technology of this category is taken to be of this kind unless it says otherwise."
          choices={kinds}
        />
      )}
      {kind !== 'specialism' && (
        <TextField
          name="position"
          label="Place in the order"
          hint={
            kind === 'category'
              ? 'Slices of the radar go round in this order, from the top.'
              : 'Lists follow this order.'
          }
          inputMode="numeric"
          width={3}
          rules={{
            validate: (text: string) => /^[1-9]\d{0,2}$/.test(text.trim()) || 'Enter a whole number from 1 to 999',
          }}
        />
      )}
      <Radios name="offered" label="State" choices={[...states[kind]]} small />
    </>
  )
}

const states = {
  specialism: [
    { value: 'yes', label: 'Current', hint: 'It belongs to the present training programmes.' },
    { value: 'no', label: 'Not current', hint: 'It can still be chosen, folded away below the others.' },
  ],
  grouping: [
    { value: 'yes', label: 'In use' },
    { value: 'no', label: 'Retired', hint: 'First move its current specialisms to another grouping.' },
  ],
  category: [
    { value: 'yes', label: 'In use' },
    { value: 'no', label: 'Retired', hint: 'Technologies that have it keep it. No further one gets it.' },
  ],
} as const

function SpecialismFields({ taxa, self }: Pick<Props, 'taxa' | 'self'>) {
  const groupings = taxa.filter(({ content }) => content.kind === 'grouping')
  return (
    <>
      <Select
        name="grouping"
        label="Grouping"
        empty="Choose a grouping"
        choices={groupings.map(({ slug, content }) => ({ value: slug, label: content.name }))}
        rules={{ required: 'Choose a grouping' }}
      />
      <TextArea
        name="aliases"
        label="Other names (optional)"
        hint="One a line. Searches and files find the specialism by these too; a name that it had before is added by itself."
        rows={3}
      />
      <OverlapsField taxa={taxa.filter(({ id, content }) => content.kind === 'specialism' && id !== self?.id)} />
    </>
  )
}
