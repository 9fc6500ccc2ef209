import { Certainty, PlaceCertainty, Varies } from '../certainty.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { lens } from '../query.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const query = z.strictObject({
  scan: reference().optional(),
  edition: reference().optional(),
  lens: lens(),
  varies: Varies.default('both'),
})

export const readCertainty = operation({
  id: 'readCertainty',
  method: 'get',
  path: paths.certainty,
  summary:
    'How sure the places of a ranking are: groups and ranges, as of the last closed round, by the method’s weights',
  query,
  answers: { 200: Certainty },
  problems: [404],
})

export const readPlaceCertainty = operation({
  id: 'readPlaceCertainty',
  method: 'get',
  path: paths.placeCertainty,
  summary: 'How sure one technology’s place is: how likely each place is, and whom it stands above',
  params: z.strictObject({ technology: reference() }),
  query,
  answers: { 200: PlaceCertainty },
  problems: [404],
})
