import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { SenderData } from '../../api/contract/accounts.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { Step } from '../scans/Step.tsx'
import { Form, SubmitButton, TextField } from '../shared/forms/index.ts'
import { Done } from '../shared/states/Done.tsx'
import { NotDone } from '../shared/states/NotDone.tsx'
import { useTitle } from '../shared/use-title.ts'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { count, dateLabel } from '../shared/words.ts'

/** Finds, and removes, what is held of somebody who nominated without an account. The address stands in no address of a page. */
export function Nominators() {
  useTitle('People without an account')
  const form = useForm({ defaultValues: { address: '' }, shouldFocusError: false })
  const [found, setFound] = useState<{ address: string; items: SenderData['items'] } | null>(null)
  return (
    <Step title="People who nominated without an account" back="Back to the accounts">
      <p className="nhsuk-u-reading-width">
        Whoever nominated a technology may have left a name and an address. Find what is held by the address that they
        gave. That you looked is in the audit trail, without the address.
      </p>
      <Form
        form={form}
        request={(body) => ({ method: 'POST', url: link(paths.findSender, {}), body })}
        onSaved={({ items }: SenderData) => setFound({ address: form.getValues('address'), items })}
      >
        <TextField
          name="address"
          label="Their email address"
          autoComplete="off"
          spellCheck={false}
          width={30}
          rules={{ required: 'Enter the address that they gave' }}
        />
        <SubmitButton sending="Looking …">Find</SubmitButton>
      </Form>
      {found && <Found key={`${found.address} ${found.items.length}`} {...found} />}
    </Step>
  )
}

function Found({ address, items }: { address: string; items: SenderData['items'] }) {
  const { write, sending } = useWrite<{ erased: number }>()
  const [outcome, setOutcome] = useState<Outcome<{ erased: number }> | null>(null)
  const erase = async () => {
    if (!sending) setOutcome(await write({ method: 'POST', url: link(paths.eraseSender, {}), body: { address } }))
  }
  if (outcome?.kind === 'saved')
    return (
      <Done>
        <p>Name, address, service and interests are removed from {count(outcome.value.erased, 'nomination')}.</p>
      </Done>
    )
  if (items.length === 0)
    return (
      <Done>
        <p>Nothing is held under this address.</p>
      </Done>
    )
  return (
    <section>
      <h2 className="nhsuk-heading-m">{count(items.length, 'nomination')}</h2>
      {items.map(({ signal, title, name, service, interest, receivedAt }) => (
        <dl className="offing-facts" key={signal}>
          <dt>Nomination</dt>
          <dd>
            {title}, {dateLabel(receivedAt)}
          </dd>
          <dt>Name</dt>
          <dd>{name || 'none given'}</dd>
          <dt>Service</dt>
          <dd>{service || 'none given'}</dd>
          <dt>Interests</dt>
          <dd>{interest || 'none given'}</dd>
        </dl>
      ))}
      <p>The nominations themselves stay, without who sent them. This cannot be undone.</p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--warning"
        aria-disabled={sending || undefined}
        onClick={() => void erase()}
      >
        Remove who they are
      </button>
      {outcome && <NotDone outcome={outcome} changed="" />}
    </section>
  )
}
