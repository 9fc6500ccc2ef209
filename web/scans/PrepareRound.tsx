import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { link, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import {
  DateField,
  type DateParts,
  dateFrom,
  Form,
  isDay,
  noDate,
  Radios,
  SubmitButton,
} from '../shared/forms/index.ts'
import { dayIn } from './days.ts'
import { Step } from './Step.tsx'
import { technologiesOf } from './summary.ts'
import { useScanChanged } from './use-scan-changed.ts'

interface Props {
  scan: Scan
  onDone: (said: string) => void
}

const whens = [
  { value: 'band', label: 'A span of years', hint: 'One tap on one of four spans, such as 2029 to 2031.' },
  {
    value: 'years',
    label: 'Three years',
    hint: 'How early, how late and a middle guess. More exact, and takes longer.',
  },
]

/** Prepares the next round; nobody is asked before it is opened. */
export function PrepareRound({ scan, onDone }: Props) {
  const { linkWith } = useAddress()
  const form = useForm({ defaultValues: { closesOn: noDate, when: 'band' }, shouldFocusError: false })
  const changed = useScanChanged()
  const last = scan.rounds.at(-1)
  const saved = async (round: Round) => {
    await changed()
    onDone(`Round ${round.number} is prepared. Nobody is asked until you open it.`)
  }
  return (
    <Step title={`Prepare round ${(last?.number ?? 0) + 1} of ${scan.name}`}>
      <p className="nhsuk-u-reading-width">
        {last
          ? `It asks again about the ${technologiesOf(last)} of round ${last.number}; whoever does not answer keeps their earlier answer. You can ask about more technologies before you open it.`
          : 'It is empty at first: ask about technologies, then open it.'}
      </p>
      <Form
        form={form}
        request={({ closesOn, when }) => ({
          method: 'POST',
          url: link(paths.rounds, { scan: scan.slug }),
          body: { asksYears: when === 'years', closesOn: dateFrom(closesOn) },
        })}
        onSaved={(round: Round) => void saved(round)}
      >
        <DateField
          name="closesOn"
          label="Closing day (optional)"
          hint="For example, 12 3 2027. Panel members see it. The round stays open until you close it."
          check={(date) => wrongDay(date, dayIn(scan.timeZone))}
        />
        <Radios name="when" label="How is the panel asked when the milestone will be reached?" choices={whens} />
        <div className="offing-row offing-form-end">
          <SubmitButton>Prepare the round</SubmitButton>
          <Link to={linkWith({ act: null })}>Cancel</Link>
        </div>
      </Form>
    </Step>
  )
}

function wrongDay(parts: DateParts, today: string): string | undefined {
  const date = dateFrom(parts)
  if (date === null) return undefined
  if (!isDay(date)) return 'Enter the closing day as a date that exists: day, month and year'
  return date < today ? 'The closing day must be today or later' : undefined
}
