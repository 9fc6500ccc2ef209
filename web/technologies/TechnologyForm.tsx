import './technology-form.scss'
import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { Link } from 'react-router'
import type { Problem } from '../../api/contract/problem.ts'
import type { Category, Specialism, Technology } from '../../api/contract/technologies.ts'
import type { WriteRequest } from '../shared/api-client.ts'
import { Form, Select, SpecialismField, SubmitButton, TextArea, TextField } from '../shared/forms/index.ts'
import { useCategories, useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { OwnerField } from './form/OwnerField.tsx'
import { PolicyField } from './form/PolicyField.tsx'
import { ReasonFields } from './form/ReasonFields.tsx'
import { WholeField } from './form/WholeField.tsx'
import { MilestoneFields } from './MilestoneFields.tsx'
import { NearNames } from './NearNames.tsx'
import { ReadinessFields } from './ReadinessFields.tsx'
import type { TechnologyFields } from './technology-fields.ts'
import { WordCount } from './WordCount.tsx'

interface Props {
  form: UseFormReturn<TechnologyFields>
  request: (fields: TechnologyFields) => Omit<WriteRequest, 'key'>
  onSaved: (technology: Technology) => void
  onConflict?: (current: unknown) => void
  /** The technology being changed, which is no near name of itself. */
  technology?: Technology
  submit: string
  cancel: string
  children?: ReactNode
}

/** The fields of a technology, for entering one and for changing one. They wait for what there is to choose from. */
export function TechnologyForm(props: Props) {
  const categories = useCategories()
  const specialisms = useSpecialisms()
  return (
    <Loaded query={categories} what="the categories">
      {({ items }) => (
        <Loaded query={specialisms} what="the specialisms">
          {(all) => <Fields {...props} categories={items} specialisms={all.items} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Fields(props: Props & { categories: Category[]; specialisms: Specialism[] }) {
  const { form, request, onSaved, onConflict, technology, submit, cancel, categories, specialisms, children } = props
  const nameIsTaken = (problem: Problem) => {
    if (problem.status !== 409) return false
    form.setError('name', { type: 'server', message: problem.detail })
    return true
  }
  return (
    <div className="offing-technology-form">
      <Form form={form} request={request} onSaved={onSaved} onConflict={onConflict} onRefused={nameIsTaken}>
        <TextField name="name" label="Name" hint="As clinicians would say it, without a brand." maxLength={200} />
        <NearNames except={technology?.slug} />
        <TextArea
          name="aliases"
          label="Other names (optional)"
          hint="Abbreviations and what others call it, one a line. They are searched, and compared with what is entered."
          rows={2}
        />
        <Select
          name="category"
          label="Category"
          empty="Choose a category"
          choices={categories
            .filter((one) => !one.retired || one.slug === technology?.category.slug)
            .map((one) => ({ value: one.slug, label: one.name }))}
        />
        <TextArea
          name="description"
          label="What it is"
          hint="A sentence or two for somebody outside the field."
          rows={3}
        />
        <TextArea
          name="wouldChange"
          label="What would change in services? (optional)"
          hint="For the service: its work, staff, rooms or equipment. At most 40 words."
          rows={3}
        />
        <WordCount name="wouldChange" most={40} />
        <SpecialismField name="specialisms" label="Specialisms that it may affect" specialisms={specialisms} />
        <ReasonFields specialisms={specialisms} parts={technology?.parts.length ?? 0} />
        <WholeField except={technology?.slug} />
        <PolicyField />
        <OwnerField present={technology?.owner ?? null} />
        <h2 className="nhsuk-heading-m">How far it has come</h2>
        <ReadinessFields categories={categories} evidence={technology?.evidence ?? []} />
        <MilestoneFields />
        {children}
        <div className="offing-row offing-form-end">
          <SubmitButton>{submit}</SubmitButton>
          <Link to={cancel}>Cancel</Link>
        </div>
      </Form>
    </div>
  )
}
