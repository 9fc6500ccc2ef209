import './admin.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { AddPersonResponse } from '../../api/contract/accounts.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { useTitle } from '../shared/use-title.ts'
import { AccountFieldset } from './AccountFieldset.tsx'
import { type AccountFields, nobodyYet, requestOf } from './account-fields.ts'
import { useAccountsChanged } from './queries.ts'
import { SentLinkBox } from './SentLinkBox.tsx'

/** Adds a person, and gives them a link by which they join. */
export default function AddAccountPage() {
  useTitle('Add a person')
  const [added, setAdded] = useState<AddPersonResponse | null>(null)
  if (!useMay('accounts.write')) return <Empty title="Accounts are for administrators" isPage />
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">{added ? `${added.account.name} is added` : 'Add a person'}</h1>
      {added ? <Added added={added} onAnother={() => setAdded(null)} /> : <AddForm onAdded={setAdded} />}
    </>
  )
}

function Added({ added: { account, invitation }, onAnother }: { added: AddPersonResponse; onAnother: () => void }) {
  return (
    <>
      <SentLinkBox name={account.name} sent={invitation} />
      <div className="offing-row">
        <button type="button" className="nhsuk-button" onClick={onAnother}>
          Add another person
        </button>
        <Link to={pageLink(pages.oneAccount, { account: account.id })}>Look at the account</Link>
      </div>
    </>
  )
}

function AddForm({ onAdded }: { onAdded: (added: AddPersonResponse) => void }) {
  const form = useForm<AccountFields>({ defaultValues: nobodyYet, shouldFocusError: false })
  const changed = useAccountsChanged()
  return (
    <Form
      form={form}
      request={(fields) => ({ method: 'POST', url: link(paths.accounts, {}), body: requestOf(fields) })}
      onSaved={(added: AddPersonResponse) => {
        void changed()
        onAdded(added)
      }}
    >
      <AccountFieldset />
      <div className="offing-row offing-form-end">
        <SubmitButton sending="Adding …">Add this person</SubmitButton>
        <Link to={pages.accounts}>Leave without adding anybody</Link>
      </div>
    </Form>
  )
}
