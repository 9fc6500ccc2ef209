import { useCallback, useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { draftOf, dropDraft, keepDraft } from '../shared/drafts.ts'
import { useLeaveGuard } from '../shared/use-leave-guard.ts'
import type { TechnologyFields } from './technology-fields.ts'

export const technologyDraft = (account: string, what: string) => `technology ${account} ${what}`

/** What was typed before, say before the session ended. */
export const typedBefore = (key: string) => draftOf<TechnologyFields>(key)

/** Keeps what is typed until it is saved or let go of, and asks before somebody leaves it. */
export function useTechnologyDraft(key: string, form: UseFormReturn<TechnologyFields>, start: TechnologyFields) {
  const { watch } = form
  const unsaved = JSON.stringify(watch()) !== JSON.stringify(start)
  useEffect(() => {
    const { unsubscribe } = watch((values) => keepDraft(key, values))
    return unsubscribe
  }, [key, watch])
  const letGo = useCallback(() => dropDraft(key), [key])
  useLeaveGuard(unsaved, letGo)
  return letGo
}
