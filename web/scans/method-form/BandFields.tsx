import { useFormContext } from 'react-hook-form'
import type { Scan } from '../../../api/contract/scans.ts'
import { TextField } from '../../shared/forms/index.ts'
import { bandsInYears } from '../method/bands-preview.ts'
import type { MethodFields } from './method-fields.ts'

const isWhole = (text: string) => /^\d{1,2}$/.test(text.trim())

/** Where the spans end, with the calendar years that come of it; the third ends with the horizon. */
export function BandFields({ scan }: { scan: Scan }) {
  const { watch } = useFormContext<MethodFields>()
  const [first, second] = watch('bandEnds')
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend">Spans of years in which the panel says when</legend>
      <TextField
        name="bandEnds.0"
        label="The first ends this many years after the start"
        inputMode="numeric"
        width={2}
        rules={{ validate: (text: string) => isWhole(text) || 'Enter where the first span ends, in whole years' }}
      />
      <TextField
        name="bandEnds.1"
        label="The second ends this many years after the start"
        inputMode="numeric"
        width={2}
        rules={{ validate: (text: string, fields) => isBetween(text, fields as MethodFields, scan.horizonYears) }}
      />
      <p className="offing-quiet" role="status">
        {previewOf(first, second, scan)}
      </p>
      <TextField
        name="afterYears"
        label={`An answer “after ${scan.endYear}” is spread over this many years`}
        inputMode="numeric"
        width={2}
        rules={{
          validate: (text: string) => (isWhole(text) && +text >= 1 && +text <= 40) || 'Enter 1 to 40 years',
        }}
      />
    </fieldset>
  )
}

function isBetween(text: string, { bandEnds }: MethodFields, years: number) {
  const fits = isWhole(text) && +text > +bandEnds[0] && +text < years
  return fits || `The second span must end after the first, and before the horizon of ${years} years`
}

function previewOf(first: string, second: string, scan: Scan): string {
  const fits = isWhole(first) && isWhole(second) && +first < +second && +second < scan.horizonYears
  if (!fits) return 'The spans must rise and not overlap.'
  return `The panel chooses from ${bandsInYears({ bandEnds: [+first, +second, scan.horizonYears] }, scan.startYear)}.`
}
