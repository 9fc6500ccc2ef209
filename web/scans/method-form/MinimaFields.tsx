import { useFormContext } from 'react-hook-form'
import type { Scan } from '../../../api/contract/scans.ts'
import { fewestShown } from '../../../api/scans/method.ts'
import { TextField } from '../../shared/forms/index.ts'
import { count } from '../../shared/words.ts'
import type { MethodFields } from './method-fields.ts'

const isSmall = (text: string, least = 1) => /^\d{1,3}$/.test(text.trim()) && +text >= least && +text <= 100

/** The fewest panel members behind a place and behind a figure. */
export function MinimaFields({ scan }: { scan: Scan }) {
  const needed = Number(useFormContext<MethodFields>().watch('minimumPanel'))
  return (
    <>
      <TextField
        name="minimumPanel"
        label="Fewest panel members with an answer, for a technology to be ranked"
        inputMode="numeric"
        width={3}
        rules={{ validate: notBelowShown }}
      />
      {scan.panellists > 0 && needed > scan.panellists && (
        <p role="status">
          The panel has {count(scan.panellists, 'member')} so far: with this, no technology could be ranked.
        </p>
      )}
      <TextField
        name="minimumShown"
        label="Fewest panel members whose answers may be shown together as one figure"
        hint={`At least ${fewestShown}: from a figure of fewer people, one could work out another’s answer.`}
        inputMode="numeric"
        width={3}
        rules={{
          validate: (text: string) => isSmall(text, fewestShown) || `Enter a number from ${fewestShown} to 100`,
        }}
      />
    </>
  )
}

function notBelowShown(text: string, fields: object) {
  const { minimumShown } = fields as MethodFields
  if (!isSmall(text)) return 'Enter a number from 1 to 100'
  return +text >= +minimumShown || 'This must not be below the fewest that may be shown, or a rank would show too few'
}
