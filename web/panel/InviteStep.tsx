import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { Panel } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { specialismsOf } from '../scans/choices.ts'
import { Step } from '../scans/Step.tsx'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { Form, SpecialismField, SubmitButton } from '../shared/forms/index.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { listed } from '../shared/words.ts'
import { back } from './PanelStep.tsx'
import { nobody, PersonFields, personFrom, personPointers } from './PersonFields.tsx'
import { type Candidate, useCandidates } from './use-candidates.ts'

interface Props {
  scan: Scan
  panel: Panel
  onDone: (said: string) => void
}

/** Puts a specialism lead on the panel, or on it for more specialisms. */
export function InviteStep(props: Props) {
  return (
    <Step title={`Add a panel member to ${props.scan.name}`} back={back}>
      <Loaded query={useCandidates(props.scan.slug)} what="the specialism leads">
        {({ items }) => <InviteForm {...props} candidates={items} />}
      </Loaded>
    </Step>
  )
}

function InviteForm({ scan, panel, candidates, onDone }: Props & { candidates: Candidate[] }) {
  const { linkWith } = useAddress()
  const form = useForm({ defaultValues: { ...nobody, specialisms: [] as string[] }, shouldFocusError: false })
  const changed = useScanChanged()
  const account = form.watch('account')
  const seat = panel.items.find((one) => one.account === account)
  const names = scan.specialisms.filter(({ slug }) => seat?.specialisms.includes(slug)).map(({ name }) => name)
  const saved = async () => {
    await changed()
    const name = candidates.find(({ id }) => id === account)?.name ?? form.getValues('name')
    onDone(`${name} is on the panel.`)
  }
  return (
    <Form
      form={form}
      request={({ specialisms, ...person }) => ({
        method: 'POST',
        url: link(paths.panel, { scan: scan.slug }),
        body: { account: personFrom(person), specialisms },
      })}
      pointers={personPointers('/account')}
      onSaved={(_: Panel) => void saved()}
    >
      <PersonFields label="Specialism lead" candidates={candidates} />
      <p role="status">
        {seat && !seat.leftAt && `On the panel already, for ${listed(names)}. You can add specialisms.`}
        {seat?.leftAt && `Has left the panel, and will be back for ${listed(names)} too.`}
      </p>
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
