import type { FrozenTechnology } from '../../../api/contract/editions.ts'
import { type Kind, kinds } from '../../../api/technologies/readiness.ts'

/** A frozen technology, its kind as the wording of stages knows it. */
export type Frozen = FrozenTechnology & { kind: Kind }

/** A kind that today's wording does not know is told as a device. */
export const frozen = (technology: FrozenTechnology): Frozen => ({
  ...technology,
  kind: kinds.find((kind) => kind === technology.kind) ?? 'device',
})
