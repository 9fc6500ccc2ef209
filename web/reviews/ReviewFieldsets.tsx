import type { ReactNode } from 'react'
import type { Scan } from '../../api/contract/scans.ts'
import { reviewActions, reviewTexts, serviceReadinesses } from '../../api/reviews/review.ts'
import { middleYear } from '../../api/reviews/workforce.ts'
import { Radios, TextArea, TextField } from '../shared/forms/index.ts'
import { ShareField } from './ShareField.tsx'
import { actionNames, readinessNames, textHints, textLabels } from './words.ts'

interface Props {
  scan: Scan
  /** What the panel says, beside the questions of when. */
  beside: ReactNode
}

/** The questions of a review: what it means, how ready the service is, how many it affects, what to do. */
export function ReviewFieldsets({ scan, beside }: Props) {
  return (
    <div className="offing-review__columns">
      <div className="offing-review__fields">
        <h2 className="nhsuk-heading-m">What it means</h2>
        <p className="nhsuk-hint">
          A few sentences each, in your own words, up to 2,000 characters. What does not apply may stay empty.
        </p>
        {reviewTexts.map((name) => (
          <TextArea key={name} name={name} label={textLabels[name]} hint={textHints[name]} rows={3} />
        ))}
        <h2 className="nhsuk-heading-m">How ready your services are</h2>
        <Radios
          name="readiness"
          label="Could your services start?"
          small
          choices={[
            ...serviceReadinesses.map((value) => ({ value, label: readinessNames[value] })),
            { value: '', label: 'Not said yet' },
          ]}
        />
        <TextField
          name="yearsNeeded"
          label="Years needed to get ready"
          hint="Training, posts, equipment, approval: whole years, from 0 to 20."
          inputMode="numeric"
          width={2}
        />
        <h2 className="nhsuk-heading-m">How many it affects</h2>
        <p className="nhsuk-hint">
          Of all people who work in your specialism: how many would have their work changed, in whole per cent. Give a
          low, a likeliest and a high figure. Most people’s ranges are too narrow.
        </p>
        <ShareField name="affected.middle" label={`By ${middleYear(scan.startYear, scan.endYear)}, halfway`} />
        <ShareField name="affected.end" label={`By ${scan.endYear}, the end of the scan`} />
        <h2 className="nhsuk-heading-m">What to do</h2>
        <Radios
          name="action"
          label="What should services do?"
          small
          choices={[
            ...reviewActions.map((value) => ({ value, label: actionNames[value] })),
            { value: '', label: 'Not said yet' },
          ]}
        />
      </div>
      {beside}
    </div>
  )
}
