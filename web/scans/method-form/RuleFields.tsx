import { useFormContext } from 'react-hook-form'
import { consensusRules, raterScales } from '../../../api/scans/method.ts'
import { Radios, TextField } from '../../shared/forms/index.ts'
import { raterScaleNames } from '../../shared/marker-words.ts'
import { consensusMeans, consensusNames, interestsMean, raterScaleMeans } from '../method/rule-words.ts'
import type { MethodFields } from './method-fields.ts'

/** Whose answers count and how, and when a panel is said to agree: each choice with what it means. */
export function RuleFields() {
  const [rule, threshold] = useFormContext<MethodFields>().watch(['consensusRule', 'consensusThreshold'])
  return (
    <>
      <Radios
        name="raterScale"
        label="How answers count"
        choices={raterScales.map((value) => ({ value, label: raterScaleNames[value], hint: raterScaleMeans[value] }))}
        small
      />
      <Radios
        name="leaveOutInterested"
        label="Are answers left out where an interest is declared?"
        choices={[
          { value: 'no', label: 'No', hint: interestsMean(false) },
          { value: 'yes', label: 'Yes', hint: interestsMean(true) },
        ]}
        small
      />
      <Radios
        name="consensusRule"
        label="When is a panel said to agree?"
        choices={consensusRules.map((value) => ({
          value,
          label: consensusNames[value],
          hint: consensusMeans(value, Number(threshold)),
        }))}
        small
      />
      {rule === 'modal-third' && (
        <TextField
          name="consensusThreshold"
          label="Share of answers in one third that counts as agreement, in per cent"
          hint="From 51 to 100."
          inputMode="numeric"
          width={3}
          rules={{ validate: isThreshold }}
        />
      )}
    </>
  )
}

const isThreshold = (text: string) =>
  (/^\d{1,3}$/.test(text.trim()) && +text >= 51 && +text <= 100) || 'Enter a share from 51 to 100 per cent'
