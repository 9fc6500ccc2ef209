import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { AccountRecord } from '../../api/contract/accounts.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { Step } from '../scans/Step.tsx'
import { useAddress } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Clashes, Form, SubmitButton, startOf, useVersion } from '../shared/forms/index.ts'
import { AccountFieldset } from './AccountFieldset.tsx'
import { type AccountFields, changeRequest, fieldsOf } from './account-fields.ts'
import { useAccountsChanged } from './queries.ts'

interface Props {
  read: Tagged<AccountRecord>
  onDone: (said: string) => void
}

/** Changes who somebody is and what they may do; holds from their next request on. */
export function ChangeAccount({ read, onDone }: Props) {
  const { value: account } = read
  const versionOf = (one: AccountRecord, tag: string | null) => ({
    tag: tag ?? `"${one.version}"`,
    fields: fieldsOf(one),
  })
  const key = `account ${account.id}`
  const present = versionOf(account, read.tag)
  const form = useForm<AccountFields>({ defaultValues: startOf(key, present), shouldFocusError: false })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  const { linkWith } = useAddress()
  const changed = useAccountsChanged()
  return (
    <Step title={`Change ${account.name}`} back="Back to the account">
      <Form
        form={form}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.oneAccount, { account: account.id }),
          body: changeRequest(fields, account.state === 'off'),
          tag,
        })}
        onConflict={(current) => conflict(versionOf(current as AccountRecord, null))}
        onSaved={() => {
          letGo()
          void changed()
          onDone('The account is changed, from their next press on.')
        }}
      >
        {decision && (
          <Clashes
            {...decision}
            what="this account"
            labels={labels}
            inWords={(_, value) => inWords(value)}
            onTake={take}
          />
        )}
        <AccountFieldset />
        <div className="offing-row offing-form-end">
          <SubmitButton>Save</SubmitButton>
          <Link to={linkWith({ act: null })} onClick={letGo}>
            Leave it as it is
          </Link>
        </div>
      </Form>
    </Step>
  )
}

const labels = { name: 'Name', email: 'Email address', roles: 'Roles', specialisms: 'Specialisms' }
const inWords = (value: unknown) => (Array.isArray(value) ? value.join(', ') || 'none' : String(value))
