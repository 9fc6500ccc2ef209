import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { Panel } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import { Form, Select, SpecialismField, SubmitButton } from '../shared/forms/index.ts'
import { useJson, usePanel } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { specialismsOf } from './choices.ts'
import { Step } from './Step.tsx'
import { useScanChanged } from './use-scan-changed.ts'

interface Candidates {
  items: { id: string; name: string; email: string }[]
}

interface Props {
  scan: Scan
  onDone: (said: string) => void
}

/** Puts a specialism lead on the panel, or on it for more specialisms. */
export function InviteStep({ scan, onDone }: Props) {
  const candidates = useJson<Candidates>(['candidates', scan.slug], link(paths.panelCandidates, { scan: scan.slug }))
  return (
    <Step title={`Add a panel member to ${scan.name}`}>
      <Loaded query={candidates} what="the specialism leads">
        {({ items }) =>
          items.length === 0 ? (
            <p>There is no account of a specialism lead yet. An administrator adds accounts.</p>
          ) : (
            <InviteForm scan={scan} candidates={items} onDone={onDone} />
          )
        }
      </Loaded>
    </Step>
  )
}

function InviteForm({ scan, candidates, onDone }: Props & { candidates: Candidates['items'] }) {
  const { linkWith } = useAddress()
  const form = useForm({ defaultValues: { account: '', specialisms: [] as string[] }, shouldFocusError: false })
  const changed = useScanChanged()
  const [people] = useState(() => candidates.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')))
  const seat = useSeat(scan, people.find(({ id }) => id === form.watch('account'))?.email)
  const saved = async () => {
    await changed()
    const name = people.find(({ id }) => id === form.getValues('account'))?.name
    onDone(`${name} is on the panel.`)
  }
  return (
    <Form
      form={form}
      request={(body) => ({ method: 'POST', url: link(paths.panel, { scan: scan.slug }), body })}
      onSaved={(_: Panel) => void saved()}
    >
      <Select
        name="account"
        label="Specialism lead"
        empty="Choose a person"
        choices={people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
        rules={{ required: 'Choose a person' }}
      />
      <p role="status">{seat && `On the panel already, for ${seat}. You can add specialisms.`}</p>
      <SpecialismField
        name="specialisms"
        label="Specialisms to answer for"
        specialisms={specialismsOf(scan)}
        rules={{ validate: (chosen: string[]) => chosen.length > 0 || 'Choose at least one specialism' }}
      />
      <div className="offing-row offing-form-end">
        <SubmitButton>Add to the panel</SubmitButton>
        <Link to={linkWith({ act: null })}>Cancel</Link>
      </div>
    </Form>
  )
}

/** The specialisms that somebody answers for already, in words. */
function useSeat(scan: Scan, email: string | undefined): string {
  const member = usePanel(scan.slug).data?.items.find((one) => one.email === email)
  const names = scan.specialisms.filter(({ slug }) => member?.specialisms.includes(slug)).map(({ name }) => name)
  return names.join(', ')
}
