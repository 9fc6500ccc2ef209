import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { ChangeScanRequest, Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Form, Radios, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count, dateLabel } from '../shared/words.ts'
import { ChooseSpecialisms } from './new/ChooseSpecialisms.tsx'
import { draftChoices } from './new/scan-fields.ts'
import { YearsAndZone } from './new/YearsAndZone.tsx'
import { useScanChanged } from './use-scan-changed.ts'

/** The scan's name and who sees its draft; until its first round opens also its years, its zone and its specialisms. */
export function Settings({ read }: { read: Tagged<Scan> }) {
  const scan = read.value
  const [said, setSaid] = useState('')
  return (
    <section aria-labelledby="settings">
      <h2 className="nhsuk-heading-m" id="settings">
        Settings
      </h2>
      {useMay('scans.write') ? (
        <SettingsForm key={read.tag} read={read} said={said} onSaid={setSaid} />
      ) : (
        <p>The board {scan.boardSeesDraft ? 'sees' : 'does not see'} the working draft of this scan.</p>
      )}
    </section>
  )
}

interface FormProps {
  read: Tagged<Scan>
  said: string
  onSaid: (what: string) => void
}

interface Fields {
  name: string
  draft: string
  startYear: string
  horizon: string
  timeZone: string
  specialisms: string[]
}

function SettingsForm({ read, said, onSaid }: FormProps) {
  const scan = read.value
  const changed = useScanChanged()
  const form = useForm<Fields>({ defaultValues: fieldsOf(scan), shouldFocusError: false })
  return (
    <Form
      form={form}
      request={(fields) => ({
        method: 'PUT',
        url: link(paths.scan, { scan: scan.slug }),
        body: requestFrom(fields, scan),
        tag: read.tag ?? `"${scan.version}"`,
      })}
      onSaved={() => {
        onSaid('Saved.')
        void changed()
      }}
      pointers={{ '/boardSeesDraft': 'draft', '/horizonYears': 'horizon' }}
    >
      <TextField name="name" label="Name of the scan" width={30} rules={{ required: 'Enter a name' }} />
      <Radios name="draft" label="Does the board see the working draft?" choices={draftChoices} small />
      {scan.frozenAt ? <Fixed scan={scan} since={scan.frozenAt} /> : <NotYetFixed />}
      <div className="offing-row">
        <SubmitButton>Save the settings</SubmitButton>
        <span role="status">{said}</span>
      </div>
    </Form>
  )
}

function Fixed({ scan, since }: { scan: Scan; since: string }) {
  return (
    <p className="nhsuk-u-reading-width">
      Fixed since {dateLabel(since)}, when the first round opened: {scan.startYear} to {scan.endYear} (
      {count(scan.horizonYears, 'year')}), {count(scan.specialisms.length, 'specialism')}, closing days end at midnight
      in {scan.timeZone}. You can change these in the next scan.
    </p>
  )
}

function NotYetFixed() {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Years, time zone and specialisms</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>You can change these until the first round opens. Another horizon draws the spans of years anew.</p>
        <YearsAndZone />
        <Loaded query={useSpecialisms()} what="the specialisms">
          {({ items }) => <ChooseSpecialisms specialisms={items} />}
        </Loaded>
      </div>
    </details>
  )
}

const fieldsOf = (scan: Scan): Fields => ({
  name: scan.name,
  draft: scan.boardSeesDraft ? 'yes' : 'no',
  startYear: String(scan.startYear),
  horizon: String(scan.horizonYears),
  timeZone: scan.timeZone,
  specialisms: scan.specialisms.map(({ slug }) => slug),
})

/** What is fixed is not sent. */
function requestFrom(fields: Fields, scan: Scan): Partial<ChangeScanRequest> {
  const always = { name: fields.name, boardSeesDraft: fields.draft === 'yes' }
  if (scan.frozenAt) return always
  return {
    ...always,
    startYear: Number(fields.startYear),
    horizonYears: Number(fields.horizon),
    timeZone: fields.timeZone.trim(),
    specialisms: fields.specialisms,
  }
}
