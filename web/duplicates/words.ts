import type { DuplicateReason } from '../../api/contract/duplicates.ts'
import { listed } from '../shared/words.ts'

/** Why two technologies look like one, as a sentence. */
export function reasonInWords(reason: DuplicateReason): string {
  if (reason.kind === 'name')
    return reason.same ? 'Their names are the same but for case, accents or spaces.' : 'Their names are alike.'
  if (reason.kind === 'alias')
    return reason.left === reason.right
      ? `Both are called “${reason.left}”.`
      : `One is called “${reason.left}”, the other “${reason.right}”.`
  if (reason.kind === 'identifier') return `Both have ${listed(reason.identifiers)} in their evidence or signals.`
  return `Their descriptions share rare words: ${listed(reason.words)}.`
}

/** A reason's heading where reasons stand apart. */
export const reasonNames: Record<DuplicateReason['kind'], string> = {
  name: 'Name',
  alias: 'Other name',
  identifier: 'Registration number',
  text: 'Description',
}
