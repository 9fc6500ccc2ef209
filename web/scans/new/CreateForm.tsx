import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { link, pageLink, pages, paths } from '../../../api/contract/paths.ts'
import type { CreatedScan, ScanSummary } from '../../../api/contract/scans.ts'
import type { Specialism } from '../../../api/contract/technologies.ts'
import { Form, Radios, SubmitButton, TextField } from '../../shared/forms/index.ts'
import { useScanChanged } from '../use-scan-changed.ts'
import { ChooseSpecialisms } from './ChooseSpecialisms.tsx'
import { choosesSpecialisms, emptyScan, requestFrom } from './create-fields.ts'
import { StartFrom } from './StartFrom.tsx'
import { draftChoices } from './scan-fields.ts'
import { YearsAndZone } from './YearsAndZone.tsx'

interface Props {
  specialisms: Specialism[]
  scans: ScanSummary[]
  onStarted: (scan: CreatedScan) => void
}

/** What a new scan needs: a name, its years, its specialisms, or the scan that it starts from. */
export function CreateForm({ specialisms, scans, onStarted }: Props) {
  const navigate = useNavigate()
  const changed = useScanChanged()
  const form = useForm({ defaultValues: emptyScan(new Date().getFullYear()), shouldFocusError: false })
  const [from, which] = form.watch(['from', 'which'])
  return (
    <Form
      form={form}
      request={(fields) => ({ method: 'POST', url: link(paths.scans, {}), body: requestFrom(fields) })}
      onSaved={(scan: CreatedScan) => {
        void changed()
        if (scan.notTakenOver) onStarted(scan)
        else void navigate(pageLink(pages.scan, { scan: scan.slug }))
      }}
      pointers={{ '/boardSeesDraft': 'draft', '/horizonYears': 'horizon' }}
    >
      <StartFrom scans={scans} />
      <TextField name="name" label="Name" width={30} rules={{ required: 'Enter a name for the scan' }} />
      <YearsAndZone withSpans={from === ''} />
      {choosesSpecialisms({ from, which }) && (
        <>
          <h2 className="nhsuk-heading-m">Specialisms</h2>
          <ChooseSpecialisms specialisms={specialisms} />
        </>
      )}
      <Radios name="draft" label="Does the board see the working draft?" choices={draftChoices} small />
      <div className="offing-row offing-form-end">
        <SubmitButton>Create the scan</SubmitButton>
        <Link to={pages.scans}>Cancel</Link>
      </div>
    </Form>
  )
}
