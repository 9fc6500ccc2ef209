import type { UseFormReturn } from 'react-hook-form'
import { draftOf } from '../shared/drafts.ts'
import { useFormDraft } from '../shared/use-form-draft.ts'
import type { TechnologyFields } from './technology-fields.ts'

export const technologyDraft = (account: string, what: string) => `technology ${account} ${what}`

/** What was typed before, say before the session ended. */
export const typedBefore = (key: string) => draftOf<TechnologyFields>(key)

/** Keeps what is typed until it is saved or let go of, and asks before somebody leaves it. */
export function useTechnologyDraft(key: string, form: UseFormReturn<TechnologyFields>, start: TechnologyFields) {
  return useFormDraft(key, form, start).letGo
}
