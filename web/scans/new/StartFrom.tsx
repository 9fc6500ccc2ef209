import { useFormContext } from 'react-hook-form'
import type { ScanSummary } from '../../../api/contract/scans.ts'
import { Radios, Select } from '../../shared/forms/index.ts'
import type { CreateFields } from './create-fields.ts'

const whichChoices = [
  { value: 'same', label: 'Those of that scan', hint: 'Without any that are no longer current.' },
  { value: 'choose', label: 'Choose them' },
]

/** From which scan the new one starts; choosing one proposes the year after it. Nothing where there is none. */
export function StartFrom({ scans }: { scans: ScanSummary[] }) {
  const { watch, setValue } = useFormContext<CreateFields>()
  const from = watch('from')
  if (scans.length === 0) return null
  const propose = (slug: string) => {
    const last = scans.find((scan) => scan.slug === slug)
    if (!last) return
    setValue('startYear', String(last.startYear + 1))
    setValue('horizon', String(last.endYear - last.startYear))
  }
  return (
    <>
      <Select
        name="from"
        label="Start from"
        hint="A scan that is started from another takes over its method, its panel and all that it asked, as a prepared first round."
        empty="Nothing: no panel yet, and the usual method"
        choices={scans.map(({ slug, name, startYear, endYear }) => ({
          value: slug,
          label: `${name} (${startYear} to ${endYear})`,
        }))}
        rules={{ onChange: (event: { target: { value: string } }) => propose(event.target.value) }}
      />
      {from !== '' && (
        <>
          <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
            <li>Nobody is asked anything before you open the first round.</li>
            <li>
              Not taken over: the approval of the method, what people have read, agreed to or declared, and anybody who
              has left. Archived technologies are not asked again.
            </li>
          </ul>
          <Radios name="which" label="Which specialisms?" choices={whichChoices} small />
        </>
      )}
    </>
  )
}
