import { useFormContext } from 'react-hook-form'
import { Checkboxes, SpecialismField, TextField } from '../shared/forms/index.ts'
import { useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import type { AccountFields } from './account-fields.ts'

const roleChoices = [
  { value: 'lead', label: 'Specialism lead', hint: 'Answers for specialisms, and writes their reviews' },
  { value: 'board', label: 'Board member', hint: 'Reads what is published, and drafts that are shown to the board' },
  { value: 'scanner', label: 'Scan team', hint: 'Runs the scan: signals, technologies, rounds, editions' },
  { value: 'admin', label: 'Administrator', hint: 'Looks after accounts, settings and the audit trail' },
]

/** Who somebody is and what they may do. */
export function AccountFieldset() {
  const { roles } = useFormContext<AccountFields>().watch()
  const runsAndAnswers = roles.includes('lead') && (roles.includes('scanner') || roles.includes('admin'))
  return (
    <>
      <TextField name="name" label="Name" autoComplete="off" rules={{ required: 'Enter a name' }} />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="off"
        spellCheck={false}
        hint="They sign in with it"
        rules={{ required: 'Enter an email address' }}
      />
      <Checkboxes name="roles" label="Roles" choices={roleChoices} />
      {runsAndAnswers && (
        <div className="offing-callout offing-callout--warning">
          <p>
            <strong>Somebody who runs the scan would answer in it too.</strong> Choose this only where the panel has
            agreed to it.
          </p>
        </div>
      )}
      {roles.includes('lead') && <OwnSpecialisms />}
    </>
  )
}

function OwnSpecialisms() {
  return (
    <Loaded query={useSpecialisms()} what="the specialisms">
      {({ items }) => (
        <SpecialismField
          name="specialisms"
          label="Specialisms whose reviews they write"
          hint="A seat on a panel brings its own; it is given on the page of the panel"
          specialisms={items}
        />
      )}
    </Loaded>
  )
}
