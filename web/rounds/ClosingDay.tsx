import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { dayIn } from '../scans/days.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { DateField, dateFrom, datePartsOf, Form, noDate, Radios, SubmitButton } from '../shared/forms/index.ts'
import { dateLabel } from '../shared/words.ts'
import { whens } from './when.ts'
import { wrongDay } from './wrong-day.ts'

/** Puts the closing day off and, before the round opens, changes how the panel is asked when. */
export function ClosingDay({ scan, round }: { scan: Scan; round: Round }) {
  const [said, setSaid] = useState('')
  const values = {
    closesOn: round.closesOn ? datePartsOf(round.closesOn) : noDate,
    when: round.asksYears ? 'years' : 'band',
  }
  const form = useForm({ defaultValues: values, shouldFocusError: false })
  const changed = useScanChanged()
  const isPrepared = round.state === 'prepared' && !isPilot(round)
  const title = isPrepared ? 'Dates and years' : 'Closing day'
  return (
    <section aria-labelledby="closing">
      <h2 className="nhsuk-heading-m" id="closing">
        {title}
      </h2>
      <p>
        {round.closesOn
          ? `It closes by itself at the end of ${dateLabel(round.closesOn)}, or earlier by hand.`
          : 'It has no closing day, and stays open until you close it.'}
      </p>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">
            {isPrepared ? 'Change this' : round.closesOn ? 'Put it off' : 'Set a closing day'}
          </span>
        </summary>
        <div className="nhsuk-details__text">
          <Form
            form={form}
            request={({ closesOn, when }) => ({
              method: 'PUT',
              url: link(paths.round, { round: round.id }),
              tag: `"${round.version}"`,
              body: {
                closesOn: dateFrom(closesOn),
                asksYears: when === 'years',
                shortlistGroups: round.shortlistGroups,
              },
            })}
            onSaved={() => {
              setSaid('Saved.')
              void changed()
            }}
          >
            <DateField
              name="closesOn"
              label={round.state === 'open' ? 'New closing day' : 'Closing day (optional)'}
              hint="For example, 12 3 2027. The round closes by itself at the end of that day."
              check={(date) => wrongDay(date, dayIn(scan.timeZone))}
            />
            {isPrepared && (
              <Radios
                name="when"
                label="How is the panel asked when the milestone will be reached?"
                choices={whens}
                small
              />
            )}
            <div className="offing-row offing-form-end">
              <SubmitButton>Save</SubmitButton>
            </div>
          </Form>
        </div>
      </details>
      <p role="status">{said}</p>
    </section>
  )
}
