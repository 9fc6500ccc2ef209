import { type ReactNode, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import type { Edition } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { Step } from '../../scans/Step.tsx'
import { useAddress } from '../../shared/address.ts'
import type { WriteRequest } from '../../shared/api-client.ts'
import { useEditionsChanged } from '../../shared/editions/queries.ts'
import { referenceOf } from '../../shared/editions/words.ts'
import { Form, SubmitButton } from '../../shared/forms/index.ts'

interface Props<V extends FieldValues> {
  edition: Edition
  title: string
  /** What it will do, in full sentences. */
  means: readonly string[]
  form: UseFormReturn<V>
  request: (values: V) => Omit<WriteRequest, 'key' | 'tag'>
  submit: string
  /** Said on the page that follows: the edition's, or without `edition` the list of all. */
  said: (edition: Edition | undefined) => string
  isWarning?: boolean
  children?: ReactNode
}

/** Says what an act on an edition will do, and asks. It is meant for the version that was shown when it was begun. */
export function ActForm<V extends FieldValues>(props: Props<V>) {
  const { edition, title, means, form, request, submit, said, isWarning, children } = props
  const { linkWith } = useAddress()
  const [tag] = useState(`"${edition.version}"`)
  const changed = useEditionsChanged()
  const navigate = useNavigate()
  const saved = async (after: Edition | undefined) => {
    const next = after ? pageLink(pages.edition, { edition: referenceOf(after) }) : pages.editions
    await navigate(next, { state: { said: said(after) } })
    await changed()
  }
  return (
    <Step title={title} back="Back to the edition">
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        {means.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form
        form={form}
        request={(values) => ({ ...request(values), tag })}
        onSaved={(after: Edition | undefined) => void saved(after)}
      >
        {children}
        <div className="offing-row offing-form-end">
          <SubmitButton isWarning={isWarning}>{submit}</SubmitButton>
          <Link to={linkWith({ act: null })}>Not now</Link>
        </div>
      </Form>
    </Step>
  )
}
