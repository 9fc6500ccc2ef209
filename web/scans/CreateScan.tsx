import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Specialism } from '../../api/contract/technologies.ts'
import { useAddress } from '../shared/address.ts'
import { Form, Radios, SpecialismField, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { draftChoices } from './Settings.tsx'
import { Step } from './Step.tsx'
import { useScanChanged } from './use-scan-changed.ts'

/** Creates a scan; its page then says what comes next. */
export function CreateScan() {
  return (
    <Step title="Create a scan" back="Back to the scans">
      <Loaded query={useSpecialisms()} what="the specialisms">
        {({ items }) => <CreateForm specialisms={items} />}
      </Loaded>
    </Step>
  )
}

const isYear = (text: string) => /^\d{4}$/.test(text.trim())

function CreateForm({ specialisms }: { specialisms: Specialism[] }) {
  const { linkWith } = useAddress()
  const navigate = useNavigate()
  const changed = useScanChanged()
  const year = String(new Date().getFullYear())
  const form = useForm({
    defaultValues: { name: '', startYear: year, specialisms: [] as string[], draft: 'no' },
    shouldFocusError: false,
  })
  const current = specialisms.filter((one) => one.current).map(({ slug }) => slug)
  const start = form.watch('startYear')
  return (
    <Form
      form={form}
      request={({ name, startYear, specialisms: chosen, draft }) => ({
        method: 'POST',
        url: link(paths.scans, {}),
        body: { name, startYear: Number(startYear), specialisms: chosen, boardSeesDraft: draft === 'yes' },
      })}
      onSaved={(scan: Scan) => {
        void changed()
        void navigate(pageLink(pages.scan, { scan: scan.slug }))
      }}
      pointers={{ '/boardSeesDraft': 'draft' }}
    >
      <TextField name="name" label="Name" width={30} rules={{ required: 'Enter a name for the scan' }} />
      <TextField
        name="startYear"
        label="First year"
        hint={
          isYear(start) ? `It looks ten years ahead: ${start} to ${Number(start) + 10}.` : 'It looks ten years ahead.'
        }
        inputMode="numeric"
        width={4}
        rules={{ validate: (text: string) => isYear(text) || 'Enter the first year as four digits' }}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() =>
          form.setValue('specialisms', current, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
        }
      >
        Choose the {current.length} current specialisms
      </button>
      <SpecialismField
        name="specialisms"
        label="Specialisms of this scan"
        hint="They can no longer be changed once its first round opens."
        specialisms={specialisms}
        rules={{ validate: (chosen: string[]) => chosen.length > 0 || 'Choose at least one specialism' }}
      />
      <Radios name="draft" label="Does the board see the working draft?" choices={draftChoices} small />
      <div className="offing-row offing-form-end">
        <SubmitButton>Create the scan</SubmitButton>
        <Link to={linkWith({ act: null })}>Cancel</Link>
      </div>
    </Form>
  )
}
