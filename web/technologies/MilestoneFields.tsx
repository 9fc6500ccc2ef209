import { Radios, TextField } from '../shared/forms/index.ts'
import { milestoneNames } from '../shared/words.ts'

const milestones = (['first', 'one-in-five', 'most'] as const).map((value) => ({
  value,
  label: milestoneNames[value].charAt(0).toUpperCase() + milestoneNames[value].slice(1),
}))

/** What the panel is asked for a year of, and how one will know that it has come. */
export function MilestoneFields() {
  return (
    <>
      <Radios
        name="milestone"
        label="Milestone"
        hint="Panel members say when this will be so, in services like theirs."
        choices={milestones}
        small
      />
      <TextField
        name="milestonePlaces"
        label="How many places could use it? (optional)"
        hint="Such as laboratories, wards or hospitals in the country."
        inputMode="numeric"
        width={5}
      />
      <TextField name="milestoneSource" label="Where does that number come from? (optional)" />
      <TextField
        name="milestoneTest"
        label="How will it be known that the milestone is reached? (optional)"
        hint="For example, a yearly count in a national audit."
      />
    </>
  )
}
