import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { Panel, PanelMember } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { specialismsOf } from '../scans/choices.ts'
import { Step } from '../scans/Step.tsx'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { Form, Select, SpecialismField, SubmitButton } from '../shared/forms/index.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { back } from './PanelStep.tsx'
import { asChoices, type Candidate, useCandidates } from './use-candidates.ts'

interface Props {
  scan: Scan
  member: PanelMember
  onDone: (said: string) => void
}

/** Changes who stands in for a panel member, and what they answer for. */
export function ChangeSeatStep(props: Props) {
  return (
    <Step title={`Change the seat of ${props.member.name}`} back={back}>
      <Loaded query={useCandidates(props.scan.slug)} what="the specialism leads">
        {({ items }) => <ChangeForm {...props} candidates={items} />}
      </Loaded>
    </Step>
  )
}

function ChangeForm({ scan, member, candidates, onDone }: Props & { candidates: Candidate[] }) {
  const { linkWith } = useAddress()
  const changed = useScanChanged()
  const form = useForm({
    defaultValues: { deputy: member.deputy?.account ?? '', specialisms: member.specialisms },
    shouldFocusError: false,
  })
  const saved = async () => {
    await changed()
    onDone(`The seat of ${member.name} is changed.`)
  }
  return (
    <Form
      form={form}
      request={({ deputy, specialisms }) => ({
        method: 'PUT',
        url: link(paths.panellist, { scan: scan.slug, panellist: member.id }),
        body: { deputy: deputy || null, specialisms },
        tag: `"${member.version}"`,
      })}
      onSaved={(_: Panel) => void saved()}
    >
      <Select
        name="deputy"
        label="Deputy"
        hint="Who takes the seat over if they leave. A deputy is not asked before that."
        empty="Nobody"
        choices={asChoices(candidates.filter(({ id }) => id !== member.account))}
      />
      <SpecialismField
        name="specialisms"
        label="Specialisms to answer for"
        hint="One for which they have answered stays."
        specialisms={specialismsOf(scan)}
        rules={{ validate: (chosen: string[]) => chosen.length > 0 || 'Choose at least one specialism' }}
      />
      <div className="offing-row offing-form-end">
        <SubmitButton>Save the seat</SubmitButton>
        <Link to={linkWith({ act: null, member: null })}>Cancel</Link>
      </div>
    </Form>
  )
}
