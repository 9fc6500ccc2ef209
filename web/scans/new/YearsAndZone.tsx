import { useFormContext } from 'react-hook-form'
import { TextField } from '../../shared/forms/index.ts'
import { horizonRule, timeZones, yearRule, yearsHint, zoneRule } from './scan-fields.ts'

interface Props {
  /** Whether to say which spans of years come of it: not where a method has its own already. */
  withSpans?: boolean
}

/** A scan's first year, how far it looks, and the zone of its days. */
export function YearsAndZone({ withSpans = false }: Props) {
  const [startYear, horizon] = useFormContext<{ startYear: string; horizon: string }>().watch(['startYear', 'horizon'])
  return (
    <>
      <TextField name="startYear" label="First year" inputMode="numeric" width={4} rules={{ validate: yearRule }} />
      <TextField
        name="horizon"
        label="How many years ahead"
        hint={yearsHint(startYear, horizon, withSpans)}
        inputMode="numeric"
        width={2}
        rules={{ validate: horizonRule }}
      />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="Closing days end at midnight there."
        width={20}
        list="time-zones"
        spellCheck={false}
        rules={{ validate: zoneRule }}
      />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
