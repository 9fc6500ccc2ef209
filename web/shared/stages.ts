import type { Kind } from '../../api/contract/technologies.ts'

type Stages = readonly [string, string, string, string, string, string, string, string, string]

const device: Stages = [
  'the principle has been observed',
  'an idea for a device has been written down',
  'the idea works on the bench',
  'the parts work together on the bench',
  'a prototype works in realistic conditions',
  'a prototype has been tried with people',
  'tested at one clinical site',
  'approved for use',
  'in use at several sites',
]

/** The nine levels of technology readiness, in the wording of each kind of technology. */
const stages: Record<Kind, Stages> = {
  device,
  diagnostic: [
    'the link with disease has been observed',
    'an idea for a test has been written down',
    'the test works on known samples',
    'the steps of the test work together',
    'the test works on patients’ samples',
    'the test has been tried in a clinical laboratory',
    'tested at one clinical site',
    'approved for use',
    'validated at several sites',
  ],
  software: [
    'the need and the data have been described',
    'an idea for a model or tool has been written down',
    'it works on prepared data',
    'it works on past records of one place',
    'it works on past records of several places',
    'it has run beside practice without being used',
    'tested at one clinical site',
    'approved for use',
    'in use at several sites',
  ],
  therapy: [
    'the mechanism has been observed',
    'a candidate has been chosen',
    'it works in cells or animals',
    'safety work before people is done',
    'first tried in people',
    'it works in a small group of patients',
    'tested in a large trial',
    'approved for use',
    'in use at several sites',
  ],
  service: [
    'the need has been described',
    'a way of working has been designed',
    'parts of it have been tried',
    'tried as a whole in a simulation',
    'tried with a few staff and patients',
    'piloted in one team',
    'tested at one clinical site',
    'adopted and evaluated at one site',
    'in use at several sites',
  ],
}

/** "tested at one clinical site (7 of 9)"; without a kind, "stage 7 of 9"; "not set" where nobody has set it. */
export function stageLabel(readiness: number | null, kind?: Kind): string {
  if (readiness === null) return 'not set'
  const words = kind && stages[kind][readiness - 1]
  return words ? `${words} (${readiness} of 9)` : `stage ${readiness} of 9`
}

/** All nine stages of a kind, first to last, for choosing one. */
export const stagesOf = (kind: Kind): Stages => stages[kind]
