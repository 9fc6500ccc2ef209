import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Form, Radios, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useScanChanged } from './use-scan-changed.ts'

export const draftChoices = [
  { value: 'yes', label: 'Yes', hint: 'The ranking of the last closed round, marked “working draft”.' },
  { value: 'no', label: 'No', hint: 'Nothing of this scan before it is published.' },
]

/** The scan's name, and whether the board sees its working draft. */
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

function SettingsForm({ read, said, onSaid }: FormProps) {
  const scan = read.value
  const changed = useScanChanged()
  const form = useForm({
    defaultValues: { name: scan.name, draft: scan.boardSeesDraft ? 'yes' : 'no' },
    shouldFocusError: false,
  })
  return (
    <Form
      form={form}
      request={({ name, draft }) => ({
        method: 'PUT',
        url: link(paths.scan, { scan: scan.slug }),
        body: { name, boardSeesDraft: draft === 'yes' },
        tag: read.tag ?? `"${scan.version}"`,
      })}
      onSaved={() => {
        onSaid('Saved.')
        void changed()
      }}
      pointers={{ '/boardSeesDraft': 'draft' }}
    >
      <TextField name="name" label="Name of the scan" width={30} rules={{ required: 'Enter a name' }} />
      <Radios name="draft" label="Does the board see the working draft?" choices={draftChoices} small />
      <div className="offing-row">
        <SubmitButton>Save the settings</SubmitButton>
        <span role="status">{said}</span>
      </div>
    </Form>
  )
}
