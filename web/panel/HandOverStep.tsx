import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { HandOverResponse, PanelMember } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { Step } from '../scans/Step.tsx'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { back } from './PanelStep.tsx'
import { nobody, PersonFields, personFrom, personPointers } from './PersonFields.tsx'
import { type Candidate, useCandidates } from './use-candidates.ts'

interface Props {
  scan: Scan
  member: PanelMember
  onDone: (said: string) => void
}

/** Somebody leaves in the middle: another person goes on, and no answer is lost. */
export function HandOverStep(props: Props) {
  const { member } = props
  return (
    <Step title={`Hand over the seat of ${member.name}`} back={back}>
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        <li>{member.name} is asked nothing more. What they have answered stays and counts.</li>
        <li>The successor answers for the same specialisms, and is asked what is not answered.</li>
        <li>If {member.name} comes back, invite them again.</li>
      </ul>
      <Loaded query={useCandidates(props.scan.slug)} what="the specialism leads">
        {({ items }) => <HandOverForm {...props} candidates={items} />}
      </Loaded>
    </Step>
  )
}

function HandOverForm({ scan, member, candidates, onDone }: Props & { candidates: Candidate[] }) {
  const { linkWith } = useAddress()
  const changed = useScanChanged()
  const form = useForm({
    defaultValues: { ...nobody, account: member.deputy?.account ?? '' },
    shouldFocusError: false,
  })
  const others = candidates.filter(({ id }) => id !== member.account)
  const saved = async ({ panel, to }: HandOverResponse) => {
    await changed()
    const name = panel.items.find(({ id }) => id === to)?.name
    onDone(`${name} has taken over the seat of ${member.name}.`)
  }
  return (
    <Form
      form={form}
      request={(person) => ({
        method: 'POST',
        url: link(paths.handOver, { scan: scan.slug, panellist: member.id }),
        body: { to: personFrom(person) },
      })}
      pointers={personPointers('/to')}
      onSaved={(response: HandOverResponse) => void saved(response)}
    >
      <PersonFields label="Who takes the seat over?" candidates={others} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Hand the seat over</SubmitButton>
        <Link to={linkWith({ act: null, member: null })}>Cancel</Link>
      </div>
    </Form>
  )
}
