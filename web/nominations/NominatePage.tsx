import '../shared/forms/forms.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { type NominationForm, OpenNominationRequest } from '../../api/contract/signals.ts'
import { Form, Select, SubmitButton, TextArea, TextField } from '../shared/forms/index.ts'
import { isStatus, useAbout, useJson } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { checkWith } from '../technologies/resolver.ts'
import { type NominationFields, nominationRequest, nominationWords, noNomination } from './nomination-fields.ts'
import { RobotField } from './RobotField.tsx'

/** Where anybody may tell the scan team of a technology, without an account, if this registry is open to it. */
export default function NominatePage() {
  useTitle('Nominate a technology')
  const query = useJson<NominationForm>(['nomination-form'], link(paths.nominations, {}))
  if (isStatus(query.error, 404))
    return (
      <Empty title="Nominations are not open here" isPage>
        <p>To tell the scan team of a technology, speak to them, or sign in if you have an account.</p>
      </Empty>
    )
  return (
    <Loaded query={query} what="the form" isPage>
      {({ specialisms }) => <Nominate specialisms={specialisms} />}
    </Loaded>
  )
}

const check = checkWith(OpenNominationRequest, nominationRequest, nominationWords)

function Nominate({ specialisms }: NominationForm) {
  const [sent, setSent] = useState('')
  const form = useForm<NominationFields>({ defaultValues: noNomination, resolver: check, shouldFocusError: false })
  const organisation = useAbout().data?.organisation
  if (sent) return <Thanks title={sent} onAnother={() => setSent('')} />
  return (
    <div className="nhsuk-u-reading-width">
      <h1 className="nhsuk-heading-l">Nominate a technology</h1>
      <p>
        Tell {organisation ? `the scan team of ${organisation}` : 'the scan team'} of a technology that may change a
        service in the next ten years. Nobody but the scan team and the administrators sees what you send. Do not write
        anything about a patient.
      </p>
      <Form<NominationFields, { title: string }>
        form={form}
        request={(fields) => ({ method: 'POST', url: link(paths.nominations, {}), body: nominationRequest(fields) })}
        onSaved={({ title }) => {
          setSent(title)
          form.reset()
        }}
      >
        <TextField name="title" label="What is it called?" maxLength={120} />
        <TextArea name="what" label="What is it?" hint="A sentence or two for somebody outside the field." />
        <TextArea name="why" label="What would it change in services, and why does it matter?" />
        <Select
          name="specialism"
          label="Which service would it change most? (optional)"
          empty="I do not know, or another one"
          choices={specialisms.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextField name="service" label="In your own words, which service? (optional)" />
        <TextField
          name="source"
          label="Where did you see it? (optional)"
          hint="A paper, a meeting, a company, a ward."
        />
        <TextField
          name="webAddress"
          label="Web address (optional)"
          type="url"
          hint="Begins with http:// or https://"
          spellCheck={false}
        />
        <TextField
          name="interest"
          label="Do you have an interest in it? (optional)"
          hint="For example: I advise the company, or my department is testing it. Having one is no reason not to write."
        />
        <h2 className="nhsuk-heading-m">Who you are, if you wish</h2>
        <p>
          Only so that the scan team can ask back. Name and address are kept apart from what you nominate, and can be
          erased without it: ask the scan team.
        </p>
        <TextField name="name" label="Your name (optional)" autoComplete="name" maxLength={120} />
        <TextField
          name="address"
          label="How to reach you (optional)"
          hint="An email address or a telephone number."
          autoComplete="email"
          maxLength={254}
        />
        <RobotField />
        <SubmitButton sending="Sending …">Send to the scan team</SubmitButton>
      </Form>
    </div>
  )
}

function Thanks({ title, onAnother }: { title: string; onAnother: () => void }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Nominate a technology</h1>
      <Done>
        <p>
          Thank you. “{title}” is with the scan team. They read everything that is sent; what becomes of it you will see
          when they publish.
        </p>
      </Done>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onAnother}>
        Nominate another technology
      </button>
    </>
  )
}
