import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, pageLink, pages, paths } from '../../../api/contract/paths.ts'
import { useAccount } from '../../shared/account.ts'
import { useEditionsChanged } from '../../shared/editions/queries.ts'
import { purposeNames, referenceOf } from '../../shared/editions/words.ts'
import { Form, Radios, SubmitButton, startOf, TextArea, TextField, useVersion } from '../../shared/forms/index.ts'
import { CoverClashes } from './CoverClashes.tsx'
import { type CoverFields, checkCover, coverRequest, versionOf } from './cover-fields.ts'
import { GapField } from './GapField.tsx'
import type { PickedFrom } from './picked-from.ts'
import { RecommendationRows } from './RecommendationRows.tsx'

const purposes = [
  { value: 'decision', label: purposeNames.decision, hint: 'The board is asked to decide on the recommendations.' },
  { value: 'assurance', label: purposeNames.assurance, hint: 'The board sees that the scan was done, and how.' },
  { value: 'information', label: purposeNames.information, hint: 'The board takes note of it.' },
]

const sharing = [
  { value: 'yes', label: 'Yes', hint: 'Marked “Draft for board: figures may still change”.' },
  { value: 'no', label: 'No', hint: 'Only the scan team and administrators see it until it is published.' },
]

interface Props {
  edition: Edition
  from: PickedFrom
}

/** The cover of a draft, saved all at once and as often as one likes. */
export function CoverForm({ edition, from }: Props) {
  const key = `cover ${useAccount().account.id} ${edition.id}`
  const present = versionOf(edition)
  const form = useForm<CoverFields>({
    defaultValues: startOf(key, present),
    resolver: checkCover,
    shouldFocusError: false,
  })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  const changed = useEditionsChanged()
  const navigate = useNavigate()
  const page = pageLink(pages.edition, { edition: referenceOf(edition) })
  const saved = async () => {
    letGo()
    await changed()
    await navigate(page, { state: { said: 'The cover is saved.' } })
  }
  return (
    <div className="offing-cover">
      {decision && <CoverClashes {...decision} names={from.names} onTake={take} />}
      <Form
        form={form}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.edition, { edition: referenceOf(edition) }),
          body: coverRequest(fields),
          tag,
        })}
        onSaved={() => void saved()}
        onConflict={(current) => conflict(versionOf(current as Edition))}
      >
        <TextField name="title" label="Title" hint="For example, 2026 radar. The number is added." maxLength={120} />
        <Radios name="purpose" label="What is the board asked to do?" choices={purposes} />
        <TextArea
          name="note"
          label="Note (optional)"
          hint="What a reader should know first. At most 2,000 characters."
        />
        <RecommendationRows from={from} />
        <h2 className="nhsuk-heading-m">Known gaps</h2>
        <p className="nhsuk-u-reading-width">
          The ranking says how much services must change, and nothing of these three. A board will ask. “Not assessed”
          is an honest answer.
        </p>
        <GapField name="cost" />
        <GapField name="patientBenefit" />
        <GapField name="inequalities" />
        <Radios name="shownToBoard" label="May board members see this draft?" choices={sharing} />
        <div className="offing-row offing-form-end">
          <SubmitButton>Save the cover</SubmitButton>
          <Link to={page}>Cancel</Link>
        </div>
      </Form>
    </div>
  )
}
