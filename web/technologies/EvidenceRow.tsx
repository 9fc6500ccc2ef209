import { useFormContext } from 'react-hook-form'
import { DateField, Radios, Select, TextArea, TextField } from '../shared/forms/index.ts'
import { evidenceKinds, sourceTypes } from './evidence-fields.ts'

const whens = [
  { value: 'happened', label: 'It happened' },
  { value: 'planned', label: 'It is planned' },
  { value: 'no-date', label: 'The source shows no date' },
]

/** The fields of one piece of evidence. `under` leads to them in the form: `evidence.0.`. */
export function EvidenceRow({ under }: { under: string }) {
  const { watch } = useFormContext()
  const when = watch(`${under}dateRole`)
  return (
    <>
      <Select name={`${under}kind`} label="Kind of evidence" empty="Choose" choices={evidenceKinds} />
      <TextArea name={`${under}text`} label="What the source says" hint="One fact, in a sentence or two." rows={3} />
      <Radios name={`${under}dateRole`} label="When?" choices={whens} small />
      {(when === 'happened' || when === 'planned') && (
        <DateField
          name={`${under}date`}
          label="Date"
          hint="As exact as the source is: leave the day, or the day and the month, empty."
        />
      )}
      {when === 'no-date' && <DateField name={`${under}retrievedOn`} label="Day on which you read it" />}
      <Source under={under} />
    </>
  )
}

function Source({ under }: { under: string }) {
  return (
    <>
      <TextField name={`${under}sourceTitle`} label="Title of the source" />
      <TextField name={`${under}sourcePublisher`} label="Who published it" />
      <TextField name={`${under}sourceYear`} label="Year of the source (optional)" inputMode="numeric" width={4} />
      <TextField
        name={`${under}sourceUrl`}
        label="Web address (optional)"
        type="url"
        hint="Begins with http:// or https://"
        spellCheck={false}
      />
      <Radios name={`${under}sourceType`} label="Type of source" choices={sourceTypes} small />
      <TextField
        name={`${under}seenVia`}
        label="Found through (optional)"
        hint="Where you came across it, if not at the source itself."
      />
    </>
  )
}
